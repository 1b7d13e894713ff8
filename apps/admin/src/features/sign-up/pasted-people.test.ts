import { Question } from "@cte-partnerships/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsIn } from "./pasted-cells.ts";
import { answerFrom, judgeRows, type PastedRow, readPasted } from "./pasted-people.ts";

const needs = Question.parse({ id: "needs", label: "What do you need?", required: true, kind: "text" });
const lunch = Question.parse({
  id: "lunch",
  label: "Lunch",
  required: false,
  kind: "choice",
  options: [
    { id: "none", label: "None" },
    { id: "veg", label: "Vegetarian, hot" },
  ],
});
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

let count = 0;
const read = (text: string, questions: readonly Question[] = []) => readPasted(text, questions, () => String(++count));
const brief = ({ name, email, affiliation, partySize }: PastedRow) => [name, email, affiliation, partySize].join("|");
const rowsOf = (text: string) => read(text).rows.map(brief);
const judged = (rows: readonly PastedRow[], questions: readonly Question[] = [], over: object = {}) =>
  judgeRows(rows, { questions, partySizeLimit: 4, forEmpty: {}, ...over });

describe("a pasted list", () => {
  it.each([
    ["a mail program's line", 'Ann Example <ann@example.org>, "Example, Ben" <ben@example.org>; cat@example.org'],
    ["a mail program's line, a person a line", 'Ann Example <ann@example.org>\r\n"Example, Ben" <ben@example.org>\r\n<cat@example.org>\r\n'],
  ])("of %s is understood", (_what, text) =>
    expect(rowsOf(text)).toEqual(["Ann Example|ann@example.org||", "Example, Ben|ben@example.org||", "|cat@example.org||"]),
  );

  it.each([
    ["tabs, with headings", "Email\tFull name\tCompany\tParty size\nann@example.org\tAnn Example\tAcme\t2"],
    ["commas, with headings in another order", 'Party,Organisation,Name,E-mail\n2,Acme,"Ann Example",ann@example.org'],
    ["semicolons, with first and last name", "First name;Last name;E-Mail;Firm;People\nAnn;Example;ann@example.org;Acme;2"],
    ["headings in Spanish", "Nombre,Correo electrónico,Empresa,Personas\nAnn Example,ann@example.org,Acme,2"],
    ["no headings", "Ann Example\tann@example.org\tAcme\t2"],
    ["no headings, and a phone number before the organisation", "Ann Example,212-555-0100,ann@example.org,Acme,2"],
    ["the roster's own file", "number,state,name,email,affiliation,party_people\r\n1,confirmed,Ann Example,ann@example.org,Acme,2\r\n"],
  ])("with %s is understood", (_what, text) => expect(rowsOf(text)).toEqual(["Ann Example|ann@example.org|Acme|2"]));

  it("keeps a row with a name alone, and a mark at its beginning does not hide the heading", () => {
    expect(rowsOf("\ufeffname,email\nAnn,\n,ben@example.org\n\n")).toEqual(["Ann|||", "|ben@example.org||"]);
  });

  it("takes columns that are called like a question, and says which it passes over", () => {
    const { rows, passedOver } = read("Name\tEmail\tWhat do you need?\tlunch\tShoe size\nAnn\tann@example.org\tA ramp\tveg\t42", [needs, lunch, retired]);
    expect(rows[0]?.answers).toEqual({ needs: "A ramp", lunch: "veg" });
    expect(passedOver).toEqual(["Shoe size"]);
  });

  it("takes five hundred, and says how many are left over", () => {
    const { rows, leftOver } = read(Array.from({ length: 503 }, (_, index) => `P${index},p${index}@example.org`).join("\n"));
    expect([rows.length, leftOver]).toEqual([500, 3]);
  });

  const cell = fc.string({ unit: "grapheme" }).map((text) => text.replace(/[\r\u2028\u2029\ufeff]/g, ""));
  it("loses no cell of what a spreadsheet copies, whatever is in them", () => {
    const written = (one: string) => (/["\t\n]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one);
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, (rows) => {
        const told = rows.map((cells) => cells.map((one) => one.trim())).filter((cells) => cells.some((one) => one !== ""));
        // Only with a tab in it is it a table, so every row has two cells.
        expect(cellsIn(rows.map((cells) => cells.map(written).join("\t")).join("\n"))).toEqual(told);
      }),
    );
  });

  it("is read to its end, without a failure, whatever is pasted; no address in it is lost", () => {
    const address = fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}\.org$/);
    const noise = fc.constantFrom("Ann", '"', ",", ";", "\t", "\n", "<", ">", " ", "name", "email", '""', "2");
    fc.assert(
      fc.property(fc.array(fc.oneof(noise, address), { maxLength: 40 }), (parts) => {
        const { rows } = read(parts.join(""));
        for (const { id } of rows) expect(id).not.toBe("");
      }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(address, { minLength: 1, maxLength: 30 }), fc.constantFrom(", ", "; ", "\n", ",", ";\n"), (addresses, between) => {
        expect(read(addresses.join(between)).rows.map(({ email }) => email)).toEqual(addresses);
      }),
    );
  });
});

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
