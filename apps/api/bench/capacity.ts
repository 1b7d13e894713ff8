// What each thing that people do costs at the table, in request units as the emulator counts them.

import { marshall } from "@aws-sdk/util-dynamodb";
import { minutesAfter, type SessionId } from "@cte-partnerships/domain";
import { startDynamoDbLocal } from "@cte-partnerships/dynamodb-local";
import type { DynamoDBRecord } from "aws-lambda";
import type { Deps } from "../src/deps.ts";
import { handleRecords } from "../src/lambda/stream.ts";
import { deliver } from "../src/mail/deliver.ts";
import { buildPublicApp } from "../src/public-app.ts";
import { listChangedPeople, listPeople } from "../src/sign-up/list-people.ts";
import { rosterMark } from "../src/sign-up/roster-mark.ts";
import { allItems } from "../test/all-items.ts";
import { type Consumed, counting } from "./rig/consumed.ts";
import { eventPages } from "./rig/event-pages.ts";
import { table as markdown } from "./rig/figures.ts";
import { looks } from "./rig/looks.ts";
import { benchDeps, freshTable, patientTable, publishSessions } from "./rig/open.ts";
import { putSignUps } from "./rig/put-sign-ups.ts";

const alone = 40;
/** Records of the table besides the roster that is read, from few to many. */
const tableSizes = [1_000, 20_000, 200_000];

const clerk = { userId: "usr_bench" as never, grants: [] };

const database = await startDynamoDbLocal();
try {
  const { table: plain, accessKeyId } = await freshTable(database.endpoint);
  const { table, take } = counting(plain);
  const deps: Deps = benchDeps(table, true);
  const app = buildPublicApp(deps);
  const [quiet] = await publishSessions(deps, 6, 10_000);
  if (!quiet) throw new Error("no session was published");
  const [event] = await allItems(deps, "event");
  let person = 0;
  const signUp = async (sessionId: SessionId, one = person++) => {
    const response = await app.request(`/api/public/sessions/${sessionId}/sign-ups`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": `key-${one}`, "x-bench-client": `10.0.${one >> 8}.${one & 255}` },
      body: JSON.stringify({ name: "Alexandra Example-Longname", email: `alexandra.example-${one}@department.example.org` }),
    });
    if (response.status !== 201 && response.status !== 202) throw new Error(`a sign-up was answered ${response.status}`);
  };
  const rows: string[][] = [];
  const told = (what: string, { written, read, calls }: Consumed, times: number) =>
    rows.push([what, ...[written, read, calls].map((units) => (units / times).toFixed(1))]);

  take();
  for (let time = 0; time < alone; time++) await app.request(`/events/${String(event?.slug)}`);
  told("an event's page, six sessions", take(), alone);
  for (let time = 0; time < alone; time++) await app.request("/");
  told("the list, one event of six sessions", take(), alone);
  for (let time = 0; time < alone; time++) await signUp(quiet);
  told("a sign-up, alone", take(), alone);
  const signUps = (await allItems(deps, "sign-up")).filter((item) => item.sessionId === quiet);
  const records = signUps.map((item, index): DynamoDBRecord => {
    const image = (over: object) => marshall({ ...item, ...over }, { removeUndefinedValues: true }) as never;
    return {
      eventID: `bench-${index}`,
      eventName: "MODIFY",
      dynamodb: { Keys: image({}), OldImage: image({ state: "received" }), NewImage: image({}), SequenceNumber: String(index) },
    };
  });
  take();
  await handleRecords({ ...deps, mailQueue: { send: async () => {} } }, records);
  told("what follows from a sign-up: audit record and mail made", take(), records.length);
  const mails = await allItems(deps, "mail");
  take();
  for (const { id } of mails) await deliver({ ...deps, mailer: { send: async () => {} } }, String(id));
  told("a mail sent", take(), mails.length);

  const rosterOf = tableSizes[0] as number;
  const [roster] = await publishSessions(deps, 1, 10_000);
  if (!roster) throw new Error("no session was published");
  // What only fills the table is no measurement, and may take its time.
  const filling: Deps = { ...deps, table: patientTable(database.endpoint, accessKeyId) };
  const known = event as Parameters<typeof putSignUps>[1];
  await putSignUps(filling, known, roster, rosterOf);
  const { since, asked } = { since: deps.now(), asked: { actor: clerk, event: known as never, sessionId: roster } };
  for (let others = 0, next = 0; next < tableSizes.length; next++) {
    const size = tableSizes[next] as number;
    for (; others < size; others += 1_000) await putSignUps(filling, known, deps.ids.session(), 1_000);
    console.error(`${others} records beside the roster`);
    const beside = `${size.toLocaleString("en-US")} other records`;
    take();
    const first = await listPeople(deps, asked);
    told(`a roster's first page, of 100 people, ${beside}`, take(), 1);
    await listPeople(deps, { ...asked, ...(first?.next ? { after: first.next } : {}) });
    told(`a roster's next page, of 500 people, ${beside}`, take(), 1);
    await rosterMark(deps, asked);
    told(`whether a roster changed, ${beside}`, take(), 1);
    await listChangedPeople(deps, { sessionId: roster, since: minutesAfter(since, 1) });
    told(`who changed, where nobody did, ${beside}`, take(), 1);
  }

  console.log(markdown(["what", "write units", "read units", "calls"], rows));
  console.log(
    `\nMeans of ${alone} times, limits on. Indexes and transactions are in the units; a write that fails its condition costs as well, and is in the calls alone.`,
  );
  console.log(`\n${await eventPages(database.endpoint)}`);
  console.log(`\n${await looks(database.endpoint)}`);
} finally {
  await database.stop();
}
