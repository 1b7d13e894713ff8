import { randomBytes } from "node:crypto";
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { EventInput, instantFrom, type SessionId } from "@cte-partnerships/domain";
import { nyc } from "@cte-partnerships/domain/nyc";
import type { Deps } from "../../src/deps.ts";
import { makeEvent } from "../../src/event/make-event.ts";
import { publishEvent } from "../../src/event/publish-event.ts";
import { makeIds } from "../../src/ids.ts";
import { openTable, type Table } from "../../src/table/client.ts";
import { createTableInput } from "../../src/table/create.ts";

const silent = { info: () => {}, error: () => {} };

const connection = (endpoint: string, accessKeyId: string) => ({ endpoint, region: "us-east-1", credentials: { accessKeyId, secretAccessKey: "local" } });

export const reopen = (endpoint: string, accessKeyId: string): Table => openTable("cte", connection(endpoint, accessKeyId));

/** For what is not about time: a client that waits for an emulator that a busy machine keeps waiting. */
export const patientTable = (endpoint: string, accessKeyId: string): Table =>
  openTable("cte", { ...connection(endpoint, accessKeyId), requestHandler: { requestTimeout: 60_000 } });

export async function freshTable(endpoint: string): Promise<{ table: Table; accessKeyId: string }> {
  const accessKeyId = `bench${randomBytes(10).toString("hex")}`;
  const table = reopen(endpoint, accessKeyId);
  // Making a table may take long on a busy machine, and is not what is measured.
  await patientTable(endpoint, accessKeyId).client.send(new CreateTableCommand(createTableInput(table.name)));
  return { table, accessKeyId };
}

export const benchDeps = (table: Table, isRateLimited: boolean): Deps => ({
  table,
  agency: nyc,
  now: () => instantFrom(Date.now()),
  ids: makeIds(),
  secrets: { addressKey: "a", links: [{ id: 1, key: "l" }], forms: [{ id: 1, key: "f" }], cookies: [{ id: 1, key: "c" }] },
  log: silent,
  config: {
    publicOrigin: "http://127.0.0.1:3000",
    consoleOrigin: "http://127.0.0.1:3000",
    mailFrom: "partnerships@example.org",
    isRateLimited,
    clientAddressHeader: "x-bench-client",
  },
});

const hour = 3_600_000;

/** A published event with so many sessions of so many seats. */
export async function publishSessions(deps: Deps, count: number, capacity: number, waitlistLimit = 0): Promise<SessionId[]> {
  const now = Date.now();
  const grant = { id: deps.ids.grant(), role: "director" as const, scope: { kind: "city" as const } };
  const actor = { userId: deps.ids.user(), grants: [grant] };
  const sessionIds: SessionId[] = [];
  for (let left = count; left > 0; left -= 50) {
    const input = EventInput.parse({
      title: "Career Day",
      activityTypeId: "act_career-day",
      details: { firms: 12, groups: 6, minutesPerRotation: 20 },
      description: "Partners tell what their work is like.",
      host: { kind: "office" },
      venue: { kind: "virtual", zone: "America/New_York", online: {} },
      audience: "everyone",
      contact: { title: "Director of Industry Engagement" },
      signUpWindow: { opensAt: instantFrom(now - hour), closesAt: instantFrom(now + 24 * hour) },
      needsApproval: false,
      oneSessionPerPerson: false,
      questions: [],
      sessions: Array.from({ length: Math.min(50, left) }, () => ({
        startsAt: instantFrom(now + 48 * hour),
        endsAt: instantFrom(now + 50 * hour),
        capacity,
        partySizeLimit: Math.min(4, capacity),
        waitlistLimit,
      })),
    });
    const made = await makeEvent(deps, { actor, input });
    if (!made.ok) throw new Error(made.refusal.code);
    const published = await publishEvent(deps, { eventId: made.value.id, version: made.value.version, by: { kind: "user", userId: actor.userId } });
    if (!published.ok) throw new Error(published.refusal.code);
    sessionIds.push(...published.value.sessions.map((session) => session.id));
  }
  return sessionIds;
}
