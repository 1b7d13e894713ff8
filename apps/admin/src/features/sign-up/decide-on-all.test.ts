import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DecidedMany, RosterRow } from "../../lib/api/roster.ts";
import { ApiProblem, Unreachable } from "../../lib/api-error.ts";
import { decideOnAll, perRequest } from "./decide-on-all.ts";

const pending = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `p${index}`, state: "pending", version: 1 }) as RosterRow);

/** What a server makes of one request: it decides on as many as are given, answers or not, and may have somebody else come between. */
interface Weather {
  reaches: number;
  answer: "all" | "lost";
}

/** A server that approves whoever stands as they were known, in the weather of each request; fair once that is over. */
function server(people: readonly RosterRow[], weather: readonly Weather[]) {
  const now = new Map(people.map((person) => [person.id, { ...person }]));
  const approvals: string[] = [];
  let requests = 0;
  return {
    now,
    approvals,
    async decide(some: readonly RosterRow[]): Promise<DecidedMany> {
      const { reaches, answer } = weather[requests++] ?? { reaches: perRequest, answer: "all" };
      const outcomes = some.map(({ id, version }, index): DecidedMany["outcomes"][number] => {
        if (index > 0 && index >= reaches) return { id, refusal: "not_reached" };
        const stored = now.get(id);
        if (!stored || stored.version !== version) return { id, refusal: "version_conflict" };
        approvals.push(id);
        now.set(id, { ...stored, state: "confirmed", version: version + 1 });
        return { id, state: "confirmed", version: version + 1 };
      });
      if (answer === "lost") throw new Unreachable();
      return { outcomes };
    },
    readAgain: async () => (person: RosterRow) => now.get(person.id),
  };
}

const asked = (from: ReturnType<typeof server>) => ({
  decide: from.decide,
  readAgain: from.readAgain,
  leadsTo: "confirmed" as const,
  onProgress: () => undefined,
  pause: async () => undefined,
});

describe("deciding on many", () => {
  test("is told as it is, whatever answers are lost and however few the time reaches: each once, and none as not done who is", async () => {
    const anyWeather = fc.record({ reaches: fc.integer({ min: 0, max: perRequest }), answer: fc.constantFrom<Weather["answer"]>("all", "lost") });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 70 }), fc.array(anyWeather, { maxLength: 12 }), async (count, weather) => {
        const people = pending(count);
        const from = server(people, weather);
        const { done, notDone } = await decideOnAll(people, asked(from));
        expect(new Set(from.approvals).size).toBe(from.approvals.length);
        expect(done + notDone.length).toBe(count);
        for (const { person } of notDone) expect(from.now.get(person.id)?.state).toBe("pending");
      }),
    );
  });

  test("goes on over three lost answers, and gives up at the fourth with the reason beside each who is left", async () => {
    const people = pending(30);
    const lost = (times: number) => Array.from({ length: times }, (): Weather => ({ reaches: 1, answer: "lost" }));
    expect(await decideOnAll(people, asked(server(people, lost(3))))).toEqual({ done: 30, notDone: [] });
    const { done, notDone } = await decideOnAll(people, asked(server(people, lost(9))));
    expect([done, notDone.length, notDone[0]?.why]).toEqual([4, 26, expect.any(Unreachable)]);
  });

  test("is not asked for again where it is refused as a whole", async () => {
    const people = pending(60);
    let requests = 0;
    const refused = new ApiProblem(403, { code: "forbidden" });
    const decide = () => {
      requests += 1;
      return Promise.reject(refused);
    };
    const { done, notDone } = await decideOnAll(people, { ...asked(server(people, [])), decide });
    expect([requests, done, notDone.length, notDone[0]?.why]).toEqual([1, 0, 60, refused]);
  });

  test("tells somebody else's change as theirs", async () => {
    const people = pending(3);
    const from = server(people, [{ reaches: 1, answer: "lost" }]);
    from.now.set("p2" as RosterRow["id"], { ...(people[2] as RosterRow), state: "withdrawn", version: 2 });
    const { done, notDone } = await decideOnAll(people, asked(from));
    expect([done, notDone.map(({ person, why }) => [person.id, why])]).toEqual([2, [["p2", "version_conflict"]]]);
  });

  test("asks for those in line first", async () => {
    const people = [...pending(perRequest), { id: "w", state: "waitlisted", version: 1 } as RosterRow];
    const from = server(people, []);
    await decideOnAll(people, asked(from));
    expect(from.approvals[0]).toBe("w");
  });
});
