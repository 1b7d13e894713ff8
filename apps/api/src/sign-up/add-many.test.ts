import { type Event, SignUpInput } from "@cte-partnerships/domain";
import { beforeEach, describe, expect, it } from "vitest";
import { allItems } from "../../test/all-items.ts";
import { testDeps } from "../../test/deps.ts";
import { publishedSession } from "../../test/published-event.ts";
import { addMany, previewAddMany, type RowAnswer } from "./add-many.ts";
import { AddManyInput } from "./contract.ts";
import { findSeats } from "./seats-store.ts";

const by = { kind: "user", userId: "usr_01jd0000000000000000000000" } as const;

let deps: Awaited<ReturnType<typeof testDeps>>;
let event: Event;
let sessionId: Event["sessions"][number]["id"];

const row = (name: string, over: object = {}) => ({
  key: `key-${name}`,
  input: SignUpInput.parse({ name, email: `${name.toLowerCase()}@example.org`, ...over }),
});
const wordOf = (answer: RowAnswer): string => {
  if (answer.kind === "refused") return answer.refusal.code;
  if (answer.kind !== "taken_in") return answer.kind;
  return answer.signUp.state === "refused" ? answer.signUp.code : answer.signUp.state;
};
const add = async (rows: ReturnType<typeof row>[]) => (await addMany(deps, { sessionId, rows, by })).map(wordOf);
const preview = async (rows: ReturnType<typeof row>[]) => previewAddMany(deps, { sessionId, rows, by, event });

beforeEach(async () => {
  deps = await testDeps();
  ({ event, sessionId } = await publishedSession(deps, { capacity: 3, partySizeLimit: 2, waitlistLimit: 2 }));
});

describe("adding a list of people", () => {
  it("gives seats and places in the order of the list, and tells each outcome", async () => {
    const rows = ["Ann", "Ben", "Cat", "Dan", "Eve", "Fay"].map((name) => row(name));
    expect(await add(rows)).toEqual(["confirmed", "confirmed", "confirmed", "waitlisted", "waitlisted", "session_full"]);
    expect((await findSeats(deps, sessionId))?.seats).toMatchObject({ confirmed: 3, waiting: 2 });
  });

  it("adds nobody twice when the same list is sent again, at once or later", async () => {
    const rows = Array.from({ length: 3 }, (_, index) => row(`P${index}`));
    const all = await Promise.all([add(rows), add(rows), add(rows)]);
    for (const outcomes of [...all, await add(rows)]) expect(outcomes).toEqual(["confirmed", "confirmed", "confirmed"]);
    expect(await allItems(deps, "sign-up")).toHaveLength(3);
  });

  it("(the control) is told so where the same people come under other keys", async () => {
    await add([row("Ann")]);
    expect(await add([{ ...row("Ann"), key: "another" }])).toEqual(["already_signed_up"]);
  });

  it("lets one who is refused stop none of the others", async () => {
    expect(await add([row("Ann", { partySize: 3 }), row("Ben"), row("Cat", { answers: { horoscope: "x" } }), row("Dan")])).toEqual([
      "party_too_large",
      "confirmed",
      "answers_invalid",
      "confirmed",
    ]);
  });
});

describe("the preview of a list", () => {
  it("says of each what stands in the way, and changes nothing and tells nobody", async () => {
    await add([row("Ann")]);
    const before = JSON.stringify(await allItems(deps));
    const outcomes = await preview([row("Ben"), { ...row("Ann"), key: "another" }, row("Cat", { partySize: 3 }), row("Ann")]);
    expect(outcomes.map(wordOf)).toEqual(["foreseen", "already_signed_up", "party_too_large", "confirmed"]);
    expect(outcomes[2]).toMatchObject({ refusal: { partySizeLimit: 2 } });
    expect(JSON.stringify(await allItems(deps))).toBe(before);
  });
});

describe("what is sent", () => {
  it("has at most fifty rows, and no key twice", () => {
    expect(AddManyInput.safeParse({ rows: Array.from({ length: 51 }, (_, index) => row(`P${index}`)) }).success).toBe(false);
    expect(AddManyInput.safeParse({ rows: [row("Ann"), row("Ann")] }).success).toBe(false);
  });
});
