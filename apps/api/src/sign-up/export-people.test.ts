import { type Event, SignUpInput } from "@cte-partnerships/domain";
import { readCsvText } from "@cte-partnerships/domain/interchange";
import { beforeEach, describe, expect, it } from "vitest";
import { allItems } from "../../test/all-items.ts";
import { testDeps } from "../../test/deps.ts";
import { actorWith, publishedEvent } from "../../test/event-fixtures.ts";
import { write } from "../table/transact.ts";
import { makeArrival } from "./arrival.ts";
import { exportPeople } from "./export-people.ts";
import { signUp } from "./sign-up.ts";
import { newSignUpWrite } from "./store.ts";

const actor = actorWith("director");
const question = { id: "diet", kind: "text", label: "Diet", required: false } as const;

let deps: Awaited<ReturnType<typeof testDeps>>;
let event: Event;
let sessionId: Event["sessions"][number]["id"];

const person = (name: string, over: object = {}) => {
  const input = SignUpInput.parse({ name, email: `${name.replace(/\W/g, "").toLowerCase()}@example.org`, ...over });
  return signUp(deps, { sessionId, input, idempotencyKey: name, by: { kind: "person" }, adder: "person" });
};
const cellsOf = (csv: string) => {
  const read = readCsvText(csv);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
};

beforeEach(async () => {
  deps = await testDeps();
  event = await publishedEvent(deps, { questions: [question] as never });
  sessionId = (event.sessions[0] as Event["sessions"][number]).id;
});

describe("an export of a roster", () => {
  it("has every person with their answers, and nothing that a spreadsheet would run", async () => {
    await person("=HYPERLINK(1)", { affiliation: "+cmd", answers: { diet: "@SUM(A1)" } });
    const page = await exportPeople(deps, { actor, event, sessionId, kind: "people" });
    const [heading, row] = cellsOf(page?.csv ?? "");
    expect(heading?.join()).toBe("number,state,name,email,affiliation,party_people,received_at,ended_at,answer_diet");
    expect(row?.slice(0, 6)).toEqual(["1", "confirmed", "'=HYPERLINK(1)", "hyperlink1@example.org", "'+cmd", "1"]);
    expect(row?.at(-1)).toBe("'@SUM(A1)");
    expect(page?.next).toBeUndefined();
  });

  it("leaves a record of who took out what before it is handed over, and without the record there is no file", async () => {
    await person("Ann");
    await exportPeople(deps, { actor, event, sessionId, kind: "people" });
    const records = (await allItems(deps, "audit-record")).filter(({ op }) => String(op).startsWith("roster.export"));
    expect(records).toMatchObject([{ subject: sessionId, by: actor.userId, op: "roster.export_people", after: { rows: 1, isFirstPage: true } }]);
    expect(JSON.stringify(records)).not.toMatch(/Ann|ann@/);
    const { client } = deps.table;
    const send = client.send.bind(client) as (command: object, ...rest: never[]) => unknown;
    const failing = (command: { constructor: { name: string } }, ...rest: never[]) => {
      if (command.constructor.name === "TransactWriteCommand") throw new Error("the table is away");
      return send(command, ...rest);
    };
    Object.defineProperty(client, "send", { value: failing, configurable: true, writable: true });
    await expect(exportPeople(deps, { actor, event, sessionId, kind: "people" })).rejects.toThrow("the table did not answer");
  });

  it("without personal data has neither a name, an address, an answer nor an id that leads back to a person", async () => {
    await person("Canary Leakwell", { affiliation: "Canary Firm", answers: { diet: "canary seed" } });
    const page = await exportPeople(deps, { actor, event, sessionId, kind: "counts" });
    expect(page?.csv).not.toMatch(/canary|leakwell|sgn_/i);
    expect(cellsOf(page?.csv ?? "")[1]?.slice(1)).toEqual([sessionId, "confirmed", "1", deps.now().slice(0, 10)]);
    expect((await exportPeople(deps, { actor, event, sessionId, kind: "people" }))?.csv, "the control").toMatch(/Canary Leakwell/);
  });

  it("comes in pages that make one file, and a cursor of one kind opens none of the other", async () => {
    const by = { kind: "person" } as const;
    for (let from = 0; from < 600; from += 100) {
      const members = Array.from({ length: 100 }, (_, offset) => {
        const input = SignUpInput.parse({ name: `Person ${from + offset}`, email: `p${from + offset}@example.org` });
        const { id, keyHash, contentHash } = makeArrival(deps, { sessionId, input, idempotencyKey: `k${from + offset}`, by, adder: "person" }, event);
        const who = { id, sessionId, eventId: event.id, ...input, receivedAt: deps.now(), version: 1 };
        const stands = { state: "confirmed", ...who, number: from + offset + 1, seatedAt: deps.now() } as const;
        return newSignUpWrite(deps, { signUp: stands, linkVersion: 1, keyHash, contentHash }, { by, at: deps.now(), op: "test" });
      });
      await write(deps, members);
    }
    const first = await exportPeople(deps, { actor, event, sessionId, kind: "people" });
    expect(await exportPeople(deps, { actor, event, sessionId, kind: "counts", after: first?.next })).toBeUndefined();
    const second = await exportPeople(deps, { actor, event, sessionId, kind: "people", after: first?.next });
    const rows = cellsOf(`${first?.csv}${second?.csv}`);
    expect([rows.length, new Set(rows.map((row) => row[3])).size, second?.next]).toEqual([601, 601, undefined]);
  });
});
