import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frozen, questions } from "../../test/examples.ts";
import { Answers, faultsInAnswers as faultsNow, Question } from "./question.ts";

const faultsInAnswers: typeof faultsNow = (asked, answers, given) => faultsNow(frozen(asked), frozen(answers), given && frozen(given));
const kinds = Object.keys(questions) as Question["kind"][];
const required = <Kind extends Question["kind"]>(kind: Kind) => ({ ...questions[kind], required: true });
const retired = <Kind extends Question["kind"]>(kind: Kind) => ({ ...questions[kind], isRetired: true });
const reasons = (asked: readonly Question[], answers: Answers, given?: Answers) => faultsInAnswers(asked, answers, given).map((fault) => fault.reason);

describe("faultsInAnswers", () => {
  it("finds nothing where nothing is asked and nothing answered", () => {
    expect(faultsInAnswers([], {})).toEqual([]);
  });

  it.each([
    ["text", "needs", "a ramp"],
    ["text", "needs", ""],
    ["choice", "time", "noon"],
    ["several", "times", ["morning", "evening"]],
    ["several", "times", []],
    ["yes_no", "parking", true],
    ["yes_no", "parking", false],
  ] as const)("takes an answer of the question's kind: %s", (kind, id, answer) => {
    expect(faultsInAnswers([questions[kind]], { [id]: typeof answer === "object" ? [...answer] : answer })).toEqual([]);
  });

  const right: Record<Question["kind"], Answers[string]> = { text: "noon", choice: "noon", several: ["noon"], yes_no: true };
  it.each(kinds.flatMap((kind) => kinds.filter((other) => typeof right[other] !== typeof right[kind]).map((other) => [kind, other] as const)))(
    "refuses for a %s question what answers a %s question",
    (kind, other) => {
      expect(faultsInAnswers([questions[kind]], { [questions[kind].id]: right[other] })).toEqual([{ questionId: questions[kind].id, reason: "wrong_kind" }]);
    },
  );

  it.each([
    ["an option that is not offered", "choice", "midnight", "unknown_option"],
    ["no option", "choice", "", "unknown_option"],
    ["an option that every object has", "choice", "constructor", "unknown_option"],
    ["one option that is not offered among several", "several", ["noon", "midnight"], "unknown_option"],
    ["an option twice", "several", ["noon", "noon"], "same_option_twice"],
  ] as const)("refuses %s", (_, kind, answer, reason) => {
    expect(reasons([questions[kind]], { [questions[kind].id]: typeof answer === "object" ? [...answer] : answer })).toEqual([reason]);
  });

  it.each(kinds)("insists on an answer that is required, and only there: %s", (kind) => {
    expect(faultsInAnswers([required(kind)], {})).toEqual([{ questionId: questions[kind].id, reason: "required" }]);
    expect(faultsInAnswers([questions[kind]], {})).toEqual([]);
    expect(faultsInAnswers([retired(kind)], {})).toEqual([]);
    expect(faultsInAnswers([{ ...required(kind), isRetired: true }], {})).toEqual([]);
  });

  it.each([
    ["text", "needs", "", "required"],
    ["several", "times", [], "required"],
    ["choice", "time", "", "unknown_option"],
  ] as const)("takes an empty answer to a required %s question for none", (kind, id, answer, reason) => {
    expect(reasons([required(kind)], { [id]: typeof answer === "string" ? answer : [] })).toEqual([reason]);
    if (kind !== "choice")
      expect(reasons([{ ...required(kind), isRetired: true }], { [id]: typeof answer === "string" ? answer : [] }, { [id]: "x" })).toEqual([]);
  });

  it("is content with one option of several where one is required", () => {
    expect(faultsInAnswers([required("several")], { times: ["noon"] })).toEqual([]);
  });

  it("takes no for an answer", () => {
    expect(faultsInAnswers([required("yes_no")], { parking: false })).toEqual([]);
  });

  it.each(["nothing-asked", "constructor", "toString", "hasOwnProperty"])("refuses an answer to a question that is not asked: %s", (id) => {
    expect(faultsInAnswers([questions.text], { [id]: "x" })).toEqual([{ questionId: id, reason: "unknown_question" }]);
  });

  it("takes an answer to a retired question only where it was given before", () => {
    expect(reasons([retired("text")], { needs: "x" })).toEqual(["unknown_question"]);
    expect(reasons([retired("text")], { needs: "x" }, { other: "x" })).toEqual(["unknown_question"]);
    expect(reasons([retired("text")], { needs: "x" }, { needs: "before" })).toEqual([]);
    expect(reasons([retired("choice")], { time: "midnight" }, { time: "noon" })).toEqual(["unknown_option"]);
  });

  it("names each question once, the answered first", () => {
    expect(faultsInAnswers([required("text"), required("choice"), questions.several], { times: true, time: "midnight", other: "x" })).toEqual([
      { questionId: "times", reason: "wrong_kind" },
      { questionId: "time", reason: "unknown_option" },
      { questionId: "other", reason: "unknown_question" },
      { questionId: "needs", reason: "required" },
    ]);
  });

  it("finds a fault in answers exactly where a reading of the rule in words does", () => {
    const optionIds = fc.constantFrom("morning", "noon", "midnight", "");
    const answer = fc.oneof(fc.constantFrom("", "x"), optionIds, fc.boolean(), fc.array(optionIds, { maxLength: 3 }));
    const asked = fc
      .constantFrom(...kinds)
      .chain((kind) => fc.record({ required: fc.boolean(), isRetired: fc.boolean() }).map((how) => ({ ...questions[kind], ...how }) as Question));
    const ids = ["needs", "time", "times", "parking", "elsewhere"];
    const answers = fc.dictionary(fc.constantFrom(...ids), answer);
    fc.assert(
      fc.property(fc.uniqueArray(asked, { selector: (question) => question.id }), answers, answers, (all, given, before) => {
        const offered = (id: string) => id === "morning" || id === "noon" || id === "evening";
        const isRight = (question: Question, value: Answers[string]): boolean => {
          const isInsistedOn = question.required && !question.isRetired;
          if (question.kind === "yes_no") return value === true || value === false;
          if (question.kind === "several")
            return Array.isArray(value) && value.every(offered) && new Set(value).size === value.length && !(isInsistedOn && value.length === 0);
          if (question.kind === "choice") return typeof value === "string" && offered(value);
          return typeof value === "string" && !(isInsistedOn && value === "");
        };
        const wrong = ids.filter((id) => {
          const question = all.find((known) => known.id === id);
          const value = given[id];
          if (value === undefined) return question?.required && !question.isRetired;
          return !question || (question.isRetired && before[id] === undefined) || !isRight(question, value);
        });
        const found = faultsInAnswers(all, given, before).map((fault) => fault.questionId);
        expect(found.toSorted()).toEqual(wrong.toSorted());
      }),
    );
  });
});

describe("Question", () => {
  const options = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `o${index}`, label: `Option ${index}` }));
  const choice = { kind: "choice", id: "time", label: "When?", required: true };

  it("is asked until it is retired", () => {
    expect(Question.parse({ kind: "text", id: "needs", label: "Needs", required: false })).toEqual({ ...questions.text, label: "Needs" });
  });

  it.each([
    [1, false],
    [2, true],
    [40, true],
    [41, false],
  ])("with %i options: %s", (count, isQuestion) => {
    for (const kind of ["choice", "several"]) expect(Question.safeParse({ ...choice, kind, options: options(count) }).success).toBe(isQuestion);
  });

  it.each([
    ["an option id twice", { ...choice, options: [...options(2), { id: "o1", label: "Again" }] }],
    ["no options to choose from", choice],
    ["options where none are chosen", { kind: "text", id: "needs", label: "Needs", required: false, options: options(2) }],
    ["an unknown kind", { ...choice, kind: "file", options: options(2) }],
    ["no label", { ...choice, label: " ", options: options(2) }],
  ])("never has %s", (_, question) => {
    expect(Question.safeParse(question).success).toBe(false);
  });
});

describe("Answers", () => {
  it.each([
    ["text of 2000 characters", { a: "x".repeat(2000) }, true],
    ["text of 2001 characters", { a: "x".repeat(2001) }, false],
    ["40 options", { a: Array.from({ length: 40 }, () => "o") }, true],
    ["41 options", { a: Array.from({ length: 41 }, () => "o") }, false],
    ["an id of 41 characters", { ["a".repeat(41)]: "x" }, false],
    ["a record in a record", { a: { b: "c" } }, false],
    ["nothing", { a: null }, false],
    ["a number", { a: 1 }, false],
  ])("%s: %s", (_, answers, isTaken) => {
    expect(Answers.safeParse(answers).success).toBe(isTaken);
  });

  it("cannot reach the prototype", () => {
    const parsed = Answers.parse(JSON.parse('{"__proto__": "x", "a": "b"}'));
    expect(Object.keys(parsed)).toEqual(["a"]);
    expect(Object.getPrototypeOf(parsed)).not.toBe("x");
  });
});
