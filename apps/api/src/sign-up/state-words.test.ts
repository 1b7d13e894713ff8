import type { SignUp } from "@cte-partnerships/domain";
import { describe, expect, it } from "vitest";
import { explanationOf, headingOf } from "./state-words.ts";

const states = ["received", "confirmed", "pending", "waitlisted", "refused", "declined", "withdrawn", "cancelled"] as const;

describe("headingOf", () => {
  it.each(states)("begins with the sign-up's own state and names no other: %s", (state) => {
    for (const partySize of [1, 3]) {
      for (const code of ["session_full", "party_larger_than_session", "sign_ups_closed"] as const) {
        const heading = headingOf({ state, partySize, place: 2, code } as unknown as SignUp);
        const named = [...heading.toLowerCase().matchAll(new RegExp(states.join("|"), "g"))].map((match) => match[0]);
        expect(named).toEqual([state]);
        expect(heading.toLowerCase().startsWith(state)).toBe(true);
      }
    }
    expect(explanationOf({ state, partySize: 1, place: 1 } as unknown as SignUp).length).toBeGreaterThan(20);
  });

  it("tells the office's reason to whoever was declined", () => {
    expect(explanationOf({ state: "declined", reason: "For teachers of the school" } as unknown as SignUp)).toBe("For teachers of the school");
  });
});
