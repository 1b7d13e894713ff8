import type { EventId } from "@cte-partnerships/domain";
import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderConsole } from "../../../test/render-console.tsx";
import type { Today } from "../../lib/api/today.ts";
import { UnreachedSection } from "./sections.tsx";
import { TodayCounts } from "./today-counts.tsx";

const line: Today["unreached"][number] = {
  eventId: "evt_00000000000000000000000001" as EventId,
  title: "Career Day",
  why: "bounce",
  count: 7,
  latestAt: "2026-11-24T15:00:00.000Z" as never,
  sessionIds: [],
  people: [{ sessionId: "ses_1" as never, name: "Ann Example", email: "ann@example.org" }],
};
async function shown(over: Pick<Today, "unreached" | "isUnreachedCut">): Promise<string> {
  const today = {
    sessions: [],
    decisions: [],
    short: [],
    lines: [],
    closing: [],
    drafts: [],
    at: line.latestAt,
    day: "2026-11-24",
    ...over,
  } as unknown as Today;
  await renderConsole(
    <main>
      <TodayCounts today={today} />
      <UnreachedSection today={today} />
    </main>,
  );
  return screen.getByRole("main").textContent ?? "";
}

describe("people whom no mail reached", () => {
  it("are as many as are told where every mail that failed was looked at", async () => {
    const text = await shown({ unreached: [line], isUnreachedCut: false });
    expect(text).toContain("7not reached by mail");
    expect(text).toContain("7 people");
    expect(text).toContain("and 6 more");
    expect(text).not.toMatch(/at least|or more|than this page looks at/i);
  });

  it("are told as the least that they are where more failed than were looked at, in every number", async () => {
    const text = await shown({ unreached: [line], isUnreachedCut: true });
    for (const words of ["7or more not reached by mail", "At least 7 people", "and at least 6 more", "there may be more people"]) expect(text).toContain(words);
  });

  it("are never said to be none where not all was looked at", async () => {
    const text = await shown({ unreached: [], isUnreachedCut: true });
    expect(text).toContain("More failed in the last month than this page looks at");
    expect(text).toContain("0not reached, of the mails looked at");
    expect(text).not.toContain("found its way");
  });
});
