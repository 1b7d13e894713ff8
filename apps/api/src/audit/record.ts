import { createHash } from "node:crypto";
import { Instant } from "@cte-partnerships/domain";
import * as z from "zod";
import { crockford } from "../ids.ts";
import type { TableChange } from "../table/table-change.ts";
import type { Item } from "../table/transact.ts";

/** Who changed what, and when: kept for good, so nothing personal may be in it. */
export interface AuditRecord {
  /** The id of what was changed: an event, a session, a sign-up, a user. */
  subject: string;
  changeId: string;
  at: Instant;
  /** A user's id, `person` for somebody with a link or form, `system:…`, or `unknown` where an item was removed without a word. */
  by: string;
  op: string;
  /** Names of the fields that changed. */
  changed: string[];
  /** Values of those that say nothing about a person. */
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

interface Audited {
  subjectOf(item: Item): unknown;
  /** Fields whose values are kept. Of every other field only the name is: names, addresses and answers never get in. */
  told: readonly string[];
  /** Fields that change all the time and mean nothing by themselves; a change of these alone is no record. */
  passedOver: readonly string[];
}

/** What is audited, by the item's kind. Whatever is not written here leaves no record. */
const audited: Record<string, Audited> = {
  event: {
    subjectOf: (item) => item.id,
    told: ["status", "title", "slug", "activityTypeId", "host", "audience", "signUpWindow", "needsApproval", "oneSessionPerPerson", "reason", "version"],
    passedOver: ["createdAt"],
  },
  seats: {
    subjectOf: (item) => item.sessionId,
    told: ["status", "startsAt", "capacity", "partySizeLimit", "waitlistLimit", "needsApproval"],
    // Every settling moves these; what it did is told with each sign-up.
    passedOver: [
      "sessionId",
      "eventId",
      "confirmed",
      "held",
      "waiting",
      "nextNumber",
      "overtakers",
      "settingsVersion",
      "version",
      "unsettledSince",
      "unlogged",
      "changedAt",
    ],
  },
  "sign-up": {
    subjectOf: (item) => item.id,
    told: ["id", "state", "partySize", "number", "place", "code", "version"],
    passedOver: ["version", "queueKey", "keyHash", "contentHash", "linkAskedAt", "receivedMailDueAt", "receivedAt", "sessionId", "eventId"],
  },
  user: { subjectOf: (item) => partAfter(item.pk, "USR#"), told: ["invitedUntil", "joinedAt"], passedOver: ["lastSignInAt"] },
  grant: { subjectOf: (item) => partAfter(item.pk, "USR#"), told: ["id", "role", "scope", "expiresAt", "takenAt", "version"], passedOver: ["terms"] },
};

const partAfter = (value: unknown, prefix: string) => (typeof value === "string" && value.startsWith(prefix) ? value.slice(prefix.length) : undefined);

/** Fields of a session that say nothing about a person: a session stands inside its event. */
const toldOfSessions = ["status", "label", "startsAt", "endsAt", "capacity", "partySizeLimit", "waitlistLimit", "reason"] as const;

const Stamp = z.object({ _by: z.string(), _at: Instant, _op: z.string() });

/**
 * The record of a change of one item, or nothing where the item is of a kind that is not audited. Throws where an item of
 * an audited kind carries no stamp or no id.
 */
export function auditFor({ before, after }: Pick<TableChange, "before" | "after">): AuditRecord | undefined {
  const item = after ?? before;
  const kind = audited[String(item?._t)];
  if (!item || !kind) return undefined;
  // A draft that goes is recorded by who discards it, in the same transaction. Nothing else is ever removed by the system.
  if (!after && item._t === "event" && item.status === "draft") return undefined;
  const [from, to] = [comparable(before), comparable(after)];
  const changed = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((name) => !isSame(from[name], to[name])).sort();
  const isRoutine = before && after && changed.every((name) => kind.passedOver.includes(name));
  if (changed.length === 0 || isRoutine) return undefined;
  const subject = z.string().parse(kind.subjectOf(item));
  // Removing leaves no stamp of its own: the last one is of the change before.
  const { _by, _at, _op } = Stamp.parse(item);
  const op = after ? _op : `${String(item._t)}.remove`;
  const isTold = (name: string) => kind.told.includes(name) || (item._t === "event" && name.startsWith("sessions."));
  const valuesOf = (values: Item) =>
    Object.fromEntries(changed.filter((name) => isTold(name) && values[name] !== undefined).map((name) => [name, values[name]]));
  return {
    subject,
    changeId: changeIdOf({ pk: String(item.pk), sk: String(item.sk), version: item.version }, _at, op),
    at: _at,
    by: after ? _by : "unknown",
    op,
    changed,
    before: valuesOf(from),
    after: valuesOf(to),
  };
}

/**
 * A change's id from what it is, not from how it was delivered: a record that was written in the change's own transaction
 * and the one that the stream would make of it are the same record.
 */
export const changeIdOf = (item: { pk: string; sk: string; version?: unknown }, at: Instant, op: string): string =>
  crockford(
    createHash("sha256")
      .update(["change", item.pk, item.sk, String(item.version ?? ""), at, op].join("\n"))
      .digest()
      .subarray(0, 16),
  );

/** The item's own fields; of an event, each session's fields by themselves, so that a record names what moved. */
function comparable(item: Item | undefined): Item {
  const fields: Item = {};
  for (const [name, value] of Object.entries(item ?? {})) {
    if (name.startsWith("_") || keysOfTable.has(name)) continue;
    if (item?._t === "event" && name === "sessions" && Array.isArray(value)) Object.assign(fields, ...value.map(fieldsOfSession));
    else fields[name] = value;
  }
  return fields;
}

const fieldsOfSession = (session: Item): Item =>
  Object.fromEntries(toldOfSessions.map((name) => [`sessions.${String(session.id)}.${name}`, session[name]]).filter(([, value]) => value !== undefined));

const keysOfTable: ReadonlySet<string> = new Set(["pk", "sk", "listPk", "listSk", "hostPk", "hostSk", "expires"]);

const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** Maps come back from the table in any order. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_name, inner: unknown) =>
    inner && typeof inner === "object" && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  ) ?? "";
