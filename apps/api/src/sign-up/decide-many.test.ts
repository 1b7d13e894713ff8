import { type Event, SignUpInput } from "@cte-partnerships/domain";
import { beforeEach, describe, expect, it } from "vitest";
import { counting } from "../../bench/rig/consumed.ts";
import { allItems } from "../../test/all-items.ts";
import { freshTable, patient, testDeps } from "../../test/deps.ts";
import { eventInput, publishedEvent } from "../../test/event-fixtures.ts";
import type { SignUpAnswer } from "./arrival.ts";
import { DecideManyInput, manyAtMost, previewedAtMost, WithdrawManyInput } from "./contract.ts";
import { decideMany, previewMany, type Step } from "./decide-many.ts";
import { findSeats } from "./seats-store.ts";
import { signUp } from "./sign-up.ts";
import { withdraw } from "./withdraw.ts";

const by = { kind: "user", userId: "usr_01jd0000000000000000000000" } as never;

let deps: Awaited<ReturnType<typeof testDeps>>;
let event: Event;
let sessionId: Event["sessions"][number]["id"];
type TakenIn = Extract<SignUpAnswer, { kind: "taken_in" }>["signUp"];

const person = async (name: string, partySize = 1): Promise<TakenIn> => {
  const input = SignUpInput.parse({ name, email: `${name.toLowerCase()}@example.org`, partySize });
  const answered = await signUp(deps, { sessionId, input, idempotencyKey: name, by: { kind: "person" }, adder: "person" });
  if (answered.kind !== "taken_in") throw new Error(answered.kind);
  return answered.signUp;
};
const known = ({ id, version }: TakenIn) => ({ id, version });
const asked = (step: Step, people: TakenIn[], reason?: string) => ({ event, sessionId, step, people: people.map(known), reason });
const words = (outcomes: readonly object[]) => outcomes.map((outcome) => Object.entries(outcome).find(([name]) => name === "state" || name === "refusal")?.[1]);

beforeEach(async () => {
  deps = await testDeps({ table: await freshTable(undefined, patient) });
  const sessions = eventInput(deps.now())
    .sessions.slice(0, 1)
    .map((session) => ({ ...session, capacity: 3, partySizeLimit: 1 }));
  event = await publishedEvent(deps, { needsApproval: true, sessions: sessions as never });
  sessionId = (event.sessions[0] as Event["sessions"][number]).id;
});

describe("what is asked about many", () => {
  const people = (number: number) => Array.from({ length: number }, (_, index) => ({ id: `sgn_${String(index).padStart(52, "0")}`, version: 1 }));
  it.each([
    ["DecideManyInput", DecideManyInput, { step: "approve" }],
    ["WithdrawManyInput", WithdrawManyInput, {}],
  ] as const)("%s decides on as many as a request has time for, and previews ten times as many", (_name, schema, rest) => {
    expect(schema.safeParse({ ...rest, people: people(manyAtMost) }).success).toBe(true);
    expect(schema.safeParse({ ...rest, people: people(manyAtMost + 1) }).error?.issues.map(({ path }) => path)).toEqual([["people"]]);
    expect(schema.safeParse({ ...rest, people: people(manyAtMost + 1), isPreview: false }).success).toBe(false);
    expect(schema.safeParse({ ...rest, people: people(previewedAtMost), isPreview: true }).success).toBe(true);
    expect(schema.safeParse({ ...rest, people: people(previewedAtMost + 1), isPreview: true }).success).toBe(false);
  });
});

describe("deciding on many", () => {
  it("decides on each by itself: whom it cannot be done to is told, and stops none of the others", async () => {
    const [ann, ben, cat, dan] = [await person("Ann"), await person("Ben"), await person("Cat"), await person("Dan")];
    await withdraw(deps, { sessionId, signUpId: ben.id, by: { kind: "person" } });
    const { outcomes } = await decideMany(deps, asked("approve", [ann, ben, cat, dan]), by);
    expect(words(outcomes), "Ben has withdrawn since, and Dan, promoted into Ben's seat, is not who was seen in line").toEqual([
      "confirmed",
      "version_conflict",
      "confirmed",
      "version_conflict",
    ]);
    expect((await findSeats(deps, sessionId))?.seats).toMatchObject({ confirmed: 2, held: 1, waiting: 0 });
    const records = (await allItems(deps, "audit-record")).filter(({ op }) => op === "sign_up.approve");
    expect(records.map(({ subject }) => subject).sort(), "one record each, in the same transaction").toEqual([ann.id, cat.id].sort());
  });

  it("decides on as many as the time allows, one at least, and leaves the others to be asked for again", async () => {
    const people = [await person("Ann"), await person("Ben"), await person("Cat")];
    const first = await decideMany(deps, asked("approve", people), by, -1);
    expect(words(first.outcomes)).toEqual(["confirmed", "not_reached", "not_reached"]);
    expect((await findSeats(deps, sessionId))?.seats, "nothing was done about them").toMatchObject({ confirmed: 1, held: 2 });
    const again = await decideMany(deps, asked("approve", people.slice(1)), by);
    expect(words(again.outcomes)).toEqual(["confirmed", "confirmed"]);
  });

  it("gives no seat twice when two clerks decide on the same people at once, and tells each what became of each", async () => {
    const people = [await person("Ann"), await person("Ben"), await person("Cat")];
    const [approved, declined] = await Promise.all([decideMany(deps, asked("approve", people), by), decideMany(deps, asked("decline", people), by)]);
    people.forEach((_, index) => {
      const both = [words(approved.outcomes)[index], words(declined.outcomes)[index]];
      expect(
        both.filter((word) => word === "version_conflict"),
        JSON.stringify(both),
      ).toHaveLength(1);
    });
    const confirmed = words(approved.outcomes).filter((word) => word === "confirmed").length;
    expect((await findSeats(deps, sessionId))?.seats).toMatchObject({ confirmed, held: 0 });
  });
});

describe("the preview", () => {
  it("says of each what the deed then does, who moves up, and what the mail says, and changes nothing", async () => {
    const [ann, ben, cat, dan, eve] = [await person("Ann"), await person("Ben"), await person("Cat"), await person("Dan"), await person("Eve")];
    const before = JSON.stringify(await allItems(deps));
    const preview = await previewMany(deps, asked("decline", [ann, ben, dan], "Teachers only"));
    expect(JSON.stringify(await allItems(deps)), "nothing is changed").toBe(before);
    expect(preview?.movesUp).toEqual([{ id: eve.id, state: "pending" }]);
    expect(preview?.mail?.subject).toMatch(/^Declined: your sign-up for/);
    expect(preview?.mail?.text).toContain("Teachers only");
    expect(preview?.mail?.text, "no link that works").not.toMatch(/\/manage\/\w/);
    const { outcomes } = await decideMany(deps, asked("decline", [ann, ben, dan], "Teachers only"), by);
    expect(outcomes).toEqual(preview?.outcomes);
    const states = Object.fromEntries((await allItems(deps, "sign-up")).map(({ name, state }) => [name, state]));
    expect(states).toEqual({ Ann: "declined", Ben: "declined", Cat: "pending", Dan: "declined", Eve: "pending" });
    expect(cat.state).toBe("pending");
  });

  it("counts everybody who moves up, also where they are more than one transaction seats", async () => {
    const sessions = eventInput(deps.now()).sessions.slice(0, 1) as unknown as object[];
    event = await publishedEvent(deps, { sessions: sessions.map((session) => ({ ...session, capacity: 50, partySizeLimit: 50, waitlistLimit: 60 })) as never });
    sessionId = (event.sessions[0] as Event["sessions"][number]).id;
    const all = await person("All", 50);
    await Promise.all(Array.from({ length: 50 }, (_, index) => person(`Waits${index}`)));
    const preview = await previewMany(deps, asked("withdraw", [all]));
    expect(preview?.movesUp).toHaveLength(50);
    await decideMany(deps, asked("withdraw", [all]), by);
    expect((await findSeats(deps, sessionId))?.seats, "as it then is").toMatchObject({ confirmed: 50, waiting: 0 });
  });

  it("reads the line only where a seat gets free", async () => {
    const [ann] = [await person("Ann"), await person("Ben"), await person("Cat"), await person("Dan")];
    const { table, take } = counting(deps.table);
    const read = async (step: Step) => {
      take();
      const preview = await previewMany({ ...deps, table }, asked(step, [ann]));
      return { movesUp: preview?.movesUp.length, calls: take().calls };
    };
    expect([await read("approve"), await read("decline")]).toEqual([
      { movesUp: 0, calls: 2 },
      { movesUp: 1, calls: 3 },
    ]);
  });

  it("says whom it cannot be done to", async () => {
    const [ann, ben] = [await person("Ann"), await person("Ben")];
    await decideMany(deps, asked("approve", [ben]), by);
    const preview = await previewMany(deps, { event, sessionId, step: "approve", people: [known(ann), { id: ben.id, version: ben.version + 1 }] });
    expect(words(preview?.outcomes ?? [])).toEqual(["confirmed", "not_pending"]);
  });
});
