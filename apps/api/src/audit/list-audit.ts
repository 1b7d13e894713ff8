import {
  accept,
  addDays,
  dateIn,
  daysBetween,
  EventId,
  Instant,
  type IsoDate,
  instantFrom,
  type Result,
  refuse,
  SessionId,
  UserId,
} from "@cte-partnerships/domain";
import { readUsers } from "../access/user-store.ts";
import type { Deps } from "../deps.ts";
import { readEvents } from "../event/store.ts";
import { readSeats } from "../sign-up/seats-store.ts";
import { openCursor, sealCursor } from "../table/cursor.ts";
import { beginningOf, todayOf } from "../today.ts";
import type { AuditExport, AuditPage, AuditQuery, AuditRow } from "./contract.ts";
import type { AuditRecord } from "./record.ts";
import { placeOf, readOfDay, readOfSubject } from "./store.ts";

const rowsPerPage = 50;
/** Where no first day is asked for. */
const daysByDefault = 30;
const daysAtMost = 366;
/** Reads of a page, so that one that looks for what is rare answers in time and says how far it got. */
const readsPerPage = 40;
const recordsPerRead = 200;

export type AuditRefusal = { code: "cursor_invalid" } | { code: "span_too_long"; days: number };

/** The span that is asked about: days of the agency's calendar. */
export function daysOf(
  deps: Pick<Deps, "agency" | "now">,
  { from, to }: Pick<AuditQuery, "from" | "to">,
  daysBack = daysByDefault,
): Result<{ from: IsoDate; to: IsoDate }, AuditRefusal> {
  const last = to ?? todayOf(deps);
  const first = from ?? addDays(last, -daysBack);
  return daysBetween(first, last) > daysAtMost ? refuse({ code: "span_too_long", days: daysAtMost }) : accept({ from: first, to: last });
}

/**
 * Who changed what, latest first, a page at a time. A page may hold less than it could, or nothing, and still lead on.
 *
 * @param daysBack how far it looks where no first day is asked for; the day on which this is asked is no part of a cursor, which so
 *   leads on past midnight
 */
export async function listAudit(deps: Deps, actorId: UserId, query: AuditQuery, daysBack?: number): Promise<Result<AuditPage, AuditRefusal>> {
  const { cursor, ...filters } = query;
  const asked = JSON.stringify(["audit", actorId, filters.subject, filters.by, filters.op, filters.from, filters.to]);
  const before = cursor === undefined ? undefined : openCursor(deps.secrets, asked, cursor);
  if (cursor !== undefined && before === undefined) return refuse({ code: "cursor_invalid" });
  const days = daysOf(deps, filters, daysBack);
  if (!days.ok) return days;
  const records: AuditRecord[] = [];
  let reads = 0;
  let at = before;
  for await (const read of readsOf(deps, filters, days.value, before)) {
    for (const record of read.records) {
      at = placeOf(record);
      if (matches(filters, record)) records.push(record);
      if (records.length === rowsPerPage) return accept(await page(deps, days.value, records, { asked, at }));
    }
    at = read.next;
    if (++reads >= readsPerPage && at !== undefined) return accept(await page(deps, days.value, records, { asked, at }));
  }
  return accept(await page(deps, days.value, records, undefined));
}

/** Every record that is asked about, latest first; undefined where there are more than `most`. */
export async function everyRecord(deps: Deps, filters: AuditExport, days: { from: IsoDate; to: IsoDate }, most: number): Promise<AuditRecord[] | undefined> {
  const records: AuditRecord[] = [];
  for await (const read of readsOf(deps, filters, days, undefined)) {
    records.push(...read.records.filter((record) => matches(filters, record)));
    if (records.length > most) return undefined;
  }
  return records;
}

/** Read after read, latest first. `next`: from where the one after it goes on; absent where it is the last. */
async function* readsOf(
  deps: Deps,
  { subject }: AuditExport,
  { from, to }: { from: IsoDate; to: IsoDate },
  start: string | undefined,
): AsyncGenerator<{ records: AuditRecord[]; next: string | undefined }> {
  const { zone } = deps.agency;
  const span = { from: beginningOf(zone, from), until: beginningOf(zone, addDays(to, 1)) };
  let before = start;
  // Records are filed by the day in UTC, on which a day of the agency may begin and end.
  let day = (before ?? span.until).slice(0, 10) as IsoDate;
  const first = span.from.slice(0, 10) as IsoDate;
  for (;;) {
    const read = subject === undefined ? readOfDay : readOfSubject;
    const { records, hasMore } = await read(deps, subject ?? day, { ...span, before }, recordsPerRead);
    const last = records.at(-1);
    if (last && hasMore) before = placeOf(last);
    else if (subject === undefined && day > first) {
      before = `${day}T00:00:00.000Z`;
      day = addDays(day, -1);
    } else return yield { records, next: undefined };
    yield { records, next: before };
  }
}

const matches = ({ by, op }: AuditExport, record: AuditRecord): boolean =>
  (by === undefined || record.by === by || record.by.startsWith(`${by}:`)) && (op === undefined || record.op === op || record.op.startsWith(`${op}.`));

async function page(
  deps: Deps,
  { from, to }: { from: IsoDate; to: IsoDate },
  records: readonly AuditRecord[],
  goesOn: { asked: string; at: string | undefined } | undefined,
): Promise<AuditPage> {
  const at = goesOn?.at;
  // A moment before the place, which may be the first of a day.
  const lookedBack = at === undefined ? from : dateIn(deps.agency.zone, instantFrom(Date.parse(Instant.parse(at.slice(0, 24)))));
  return {
    records: await withTitles(deps, await rowsOf(deps, records)),
    from,
    to,
    lookedBackTo: lookedBack < from ? from : lookedBack,
    ...(goesOn && at !== undefined ? { nextCursor: sealCursor(deps.secrets, goesOn.asked, at) } : {}),
  };
}

/** Records with people of the office by name: who did it, and whose access it was. */
export async function rowsOf(deps: Pick<Deps, "table">, records: readonly AuditRecord[]): Promise<AuditRow[]> {
  const people = records.flatMap(({ by, subject }) => [by, subject]).flatMap((id) => UserId.safeParse(id).data ?? []);
  const users = await readUsers(deps, people);
  return records.map((record) => {
    const [byName, subjectName] = [users.get(record.by as UserId)?.name, users.get(record.subject as UserId)?.name];
    return {
      id: record.changeId,
      at: record.at,
      by: record.by,
      ...(byName === undefined ? {} : { byName }),
      op: record.op,
      subject: record.subject,
      ...(subjectName === undefined ? {} : { subjectName }),
      changed: changesOf(record),
    };
  });
}

/** The same with events by their titles. Of what is gone nothing but its id is known. */
async function withTitles(deps: Pick<Deps, "table">, rows: readonly AuditRow[]): Promise<AuditRow[]> {
  const seats = await readSeats(
    deps,
    rows.flatMap(({ subject }) => SessionId.safeParse(subject).data ?? []),
  );
  const eventIds = [...rows.flatMap(({ subject }) => EventId.safeParse(subject).data ?? []), ...[...seats.values()].map(({ eventId }) => eventId)];
  const events = await readEvents(deps, new Set(eventIds));
  return rows.map((row) => {
    const ofSession = seats.get(row.subject as SessionId);
    const title = events.get(ofSession?.eventId ?? (row.subject as EventId))?.title;
    return { ...row, ...(title === undefined ? {} : { subjectName: title }), ...(ofSession ? { subjectStartsAt: ofSession.startsAt } : {}) };
  });
}

function changesOf({ changed, before, after }: AuditRecord): AuditRow["changed"] {
  const fields = [...new Set([...changed, ...Object.keys(after)])];
  return fields.map((field) => ({ field, ...told("before", before[field]), ...told("after", after[field]) }));
}

const told = (name: "before" | "after", value: unknown): { [side in "before" | "after"]?: string } =>
  value === undefined ? {} : { [name]: typeof value === "string" ? value : JSON.stringify(value) };
