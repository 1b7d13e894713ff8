import { Question } from "@cte-partnerships/domain";
import { describe, expect, it } from "vitest";
import { lunch, needs } from "../../../test/pasted-questions.ts";
import { answerFrom, judgeRows, type PastedRow } from "./pasted-people.ts";

const days = Question.parse({
  id: "days",
  label: "Days",
  required: false,
  kind: "several",
  options: [
    { id: "mon", label: "Monday" },
    { id: "tue", label: "Tuesday" },
  ],
});
const stays = Question.parse({ id: "stays", label: "Stays overnight", required: false, kind: "yes_no" });
const retired = Question.parse({ id: "old", label: "Old", required: true, kind: "text", isRetired: true });

const judged = (rows: readonly PastedRow[], questions: readonly Question[] = [], over: object = {}) =>
  judgeRows(rows, { questions, partySizeLimit: 4, forEmpty: {}, ...over });

describe("a row", () => {
  const row = (over: Partial<PastedRow> = {}): PastedRow => ({
    id: "1",
    name: "Ann",
    email: "ann@example.org",
    affiliation: "",
    partySize: "",
    answers: {},
    ...over,
  });

  it("has each of its faults beside its field", () => {
    const rows = [
      row({ name: "" }),
      row({ email: "ann" }),
      row({ email: " ANN@example.org", partySize: "9" }),
      row({ email: "x@example.org", partySize: "two" }),
      row({ email: "y@example.org", answers: { lunch: "cake", days: "Monday; Friday", stays: "perhaps" } }),
    ];
    expect(judged(rows, [needs, lunch, days, stays]).map(({ faults }) => faults)).toEqual([
      { name: "This is needed.", "answer needs": "This is needed." },
      { email: "Must be an e-mail address such as name@example.org.", "answer needs": "This is needed." },
      { email: "Stands in the list twice.", partySize: "Must be at most 4.", "answer needs": "This is needed." },
      { partySize: "Must be a whole number from 1.", "answer needs": "This is needed." },
      {
        "answer needs": "This is needed.",
        "answer lunch": "Not one of the answers.",
        "answer days": "Not one of the answers.",
        "answer stays": "Not one of the answers.",
      },
    ]);
  });

  it("without a fault is as the form would send it, with one answer for whoever gave none", () => {
    const [first, second] = judged(
      [row({ answers: { needs: "A ramp", lunch: "vegetarian, hot", days: "tue, Monday", stays: "Sí" } }), row({ email: "b@example.org" })],
      [needs, lunch, days, stays, retired],
      {
        forEmpty: { needs: "Nothing" },
      },
    );
    expect(first?.input).toEqual({
      name: "Ann",
      email: "ann@example.org",
      partySize: 1,
      answers: { needs: "A ramp", lunch: "veg", days: ["tue", "mon"], stays: true },
    });
    expect(second?.input?.answers).toEqual({ needs: "Nothing" });
  });

  it("of an answer that has a comma in its own words is one answer", () =>
    expect(answerFrom({ ...days, options: lunch.kind === "choice" ? lunch.options : [] } as Question, "Vegetarian, hot")).toEqual(["veg"]));
});
