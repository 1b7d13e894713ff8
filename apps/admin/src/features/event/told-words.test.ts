import { describe, expect, test } from "vitest";
import type { EditPreview } from "../../lib/api/event.ts";
import { mailInWords } from "./mail-words.ts";
import { seriesChoices } from "./series-words.ts";
import { changeInWords, movesUpInWords, toldInWords, toldOfSession } from "./told-words.ts";

const preview = (told: Partial<EditPreview["sessions"][number]["told"]>[], movesUp: Partial<EditPreview["movesUp"][number]>[] = []) =>
  ({
    sessions: told.map((counts) => ({ told: { received: 0, confirmed: 0, pending: 0, waitlisted: 0, ...counts } })),
    movesUp: movesUp.map((counts) => ({ confirmed: 0, pending: 0, ...counts })),
    mailCount: 41,
    isMailCountExact: true,
    samples: [],
  }) as unknown as EditPreview;

describe("who hears of a change", () => {
  test("is added up over all sessions, with who moves up from the line", () => {
    expect(toldInWords(preview([{ confirmed: 30, waitlisted: 1 }, { confirmed: 8 }]))).toBe("41 mails go out when you save: 38 confirmed, 1 in line.");
    expect(toldInWords({ ...preview([], [{ confirmed: 1 }]), mailCount: 1 })).toBe("1 mail goes out when you save: 1 moving up from the line.");
  });

  test("is told as about so many where they were too many to count one by one", () => {
    const told = { received: 0, confirmed: 31_204, pending: 0, waitlisted: 3 };
    expect(toldInWords({ ...preview([told]), mailCount: 31_207, isMailCountExact: false })).toBe(
      "About 31,207 mails go out when you save: 31,204 confirmed, 3 in line.",
    );
    const lines = preview([], [{ confirmed: 3 }, { confirmed: 2000, isAtLeast: true }]);
    expect(toldInWords({ ...lines, mailCount: 2003, isMailCountExact: false }), "of one line among them not all were counted").toBe(
      "About 2,003 mails go out when you save: at least 2,003 moving up from the line.",
    );
    expect(toldOfSession({ told, countedIn: "seats" })).toBe("about 31,204 confirmed, 3 in line");
    expect(toldOfSession({ told, countedIn: "sign_ups" })).toBe("31,204 confirmed, 3 in line");
    expect(toldOfSession({ told: { ...told, confirmed: 0, waitlisted: 0 }, countedIn: "sign_ups" })).toBe("nobody yet");
    const moves = { sessionId: "ses_1" as never, confirmed: 1, pending: 0 };
    expect([movesUpInWords({ ...moves, isAtLeast: false }), movesUpInWords({ ...moves, confirmed: 2000, isAtLeast: true })]).toEqual([
      "1 moves up from the line",
      "at least 2,000 move up from the line",
    ]);
  });

  test("is told in words that fit what changes", () => {
    expect([changeInWords(["time"]), changeInWords(["place"]), changeInWords(["time", "place"])]).toEqual([
      "The time changes",
      "The place changes",
      "Time and place change",
    ]);
    expect(mailInWords({ kind: "session_changed", state: "waitlisted" })).toBe("When time or place changes, to somebody in line");
    expect(mailInWords({ kind: "declined", state: "declined" })).toBe("When the office declines");
  });
});

describe("how a series goes on", () => {
  const labels = (day: string) => seriesChoices(day as never).map(({ label }) => label);

  test("is offered for the weekday of its first day, and for its place in the month", () => {
    expect(labels("2026-12-08")).toEqual([
      "Every Tuesday",
      "Every 2 weeks on Tuesday",
      "Every 3 weeks on Tuesday",
      "Every 4 weeks on Tuesday",
      "Every month on the second Tuesday",
    ]);
  });

  test("leaves it to people whether the last Tuesday is meant as the fourth", () => {
    expect(labels("2026-11-24").slice(4)).toEqual(["Every month on the fourth Tuesday", "Every month on the last Tuesday"]);
    expect(labels("2026-12-29").slice(4)).toEqual(["Every month on the last Tuesday"]);
  });
});
