import { Question } from "@cte-partnerships/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lunch, needs } from "../../../test/pasted-questions.ts";
import { cellsIn } from "./pasted-cells.ts";
import { type ColumnRole, columnsIn, type PastedColumns, recordsOf, rowsFrom, withHeading, withRole } from "./pasted-columns.ts";
import type { PastedRow } from "./pasted-people.ts";

const retired = Question.parse({ id: "old", label: "Shoe size", required: true, kind: "text", isRetired: true });

/** Of a session that asks for nothing more, and takes parties. */
const nothingMore = { questions: [], hasParties: true };

let count = 0;
const newId = () => String(++count);
const read = (text: string) => rowsFrom(columnsIn(text, nothingMore), newId);
const brief = ({ name, email, affiliation, partySize }: PastedRow) => [name, email, affiliation, partySize].join("|");
const rowsOf = (text: string) => read(text).map(brief);

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

  it("takes columns that are called like a question, and leaves out what stands for nothing here", () => {
    const columns = columnsIn("Name\tEmail\tWhat do you need?\tlunch\tShoe size\nAnn\tann@example.org\tA ramp\tveg\t42", {
      questions: [needs, lunch, retired],
      hasParties: true,
    });
    expect(columns.roles).toEqual(["name", "email", "answer needs", "answer lunch", "other"]);
    expect(rowsFrom(columns, newId)[0]?.answers).toEqual({ needs: "A ramp", lunch: "veg" });
  });

  it("is read however long it is", () => {
    const lines = Array.from({ length: 200_000 }, (_, index) => `p${index}\tp${index}@example.org`);
    expect(recordsOf(columnsIn(lines.join("\n"), nothingMore)).length).toBe(200_000);
  });

  it("takes five hundred, and knows of the others", () => {
    const columns = columnsIn(Array.from({ length: 503 }, (_, index) => `P${index},p${index}@example.org`).join("\n"), nothingMore);
    expect([rowsFrom(columns, newId).length, recordsOf(columns).length]).toEqual([500, 503]);
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
        for (const { id } of read(parts.join(""))) expect(id).not.toBe("");
      }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(address, { minLength: 1, maxLength: 30 }), fc.constantFrom(", ", "; ", "\n", ",", ";\n"), (addresses, between) => {
        expect(read(addresses.join(between)).map(({ email }) => email)).toEqual(addresses);
      }),
    );
  });
});

describe("columns that somebody says what they are", () => {
  it("with headings in a language that nobody thought of are first guessed by what stands in them", () => {
    const columns = columnsIn("Jméno\tPošta\tFirma\nAnn Example\tann@example.org\tAcme", nothingMore);
    expect(columns.hasHeading, "no word of it is known").toBe(false);
    const named = withHeading(columns, true, nothingMore);
    expect(named.roles).toEqual(["name", "email", "affiliation"]);
    expect(rowsFrom(named, newId).map(brief)).toEqual(["Ann Example|ann@example.org|Acme|"]);
  });

  it("finds address and name by themselves where their headings are not known and others are", () => {
    expect(columnsIn("Name,Where to write\nAnn,ann@example.org", nothingMore).roles).toEqual(["name", "email"]);
    expect(columnsIn("Phone,Nom,Email\n212-555-0100,Ann,ann@example.org", nothingMore).roles).toEqual(["other", "name", "email"]);
    expect(columnsIn("Nickname,First name,Last name,Email\nA,Ann,Example,ann@example.org", nothingMore).roles, "and takes no name where there is one").toEqual([
      "other",
      "firstName",
      "lastName",
      "email",
    ]);
  });

  it("keep what was said by hand when the first line turns out to be headings", () => {
    const columns = withRole(columnsIn("Ann\tAcme\tann@example.org", nothingMore), 1, "other");
    expect(withHeading(columns, true, nothingMore).roles).toEqual(["name", "other", "email"]);
    expect(withHeading(withHeading(columns, true, nothingMore), false, nothingMore), "and nothing is lost on the way back").toEqual(columns);
  });

  it("are never people of a party where a session takes people one by one, whatever is said of the headings", () => {
    const one = { questions: [], hasParties: false };
    const columns = columnsIn("Ann Example\tann@example.org\tAcme\t2", one);
    expect(columns.roles).toEqual(["name", "email", "affiliation", "other"]);
    const turned = withHeading(withHeading(columns, true, one), false, one);
    expect([turned.roles, rowsFrom(turned, newId).map(brief)]).toEqual([columns.roles, ["Ann Example|ann@example.org|Acme|"]]);
    expect(columnsIn("Name\tEmail\tParty\nAnn\tann@example.org\t2", one).roles).toEqual(["name", "email", "other"]);
  });

  const roles: ColumnRole[] = ["name", "firstName", "lastName", "email", "affiliation", "partySize", "answer needs", "other"];
  it("are each one thing, whatever is said in which order: the last word holds, and a field comes from one column", () => {
    const lines = [["a", "b", "c", "d"]];
    const said = fc.array(fc.record({ at: fc.nat({ max: 3 }), role: fc.constantFrom(...roles) }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(said, (words) => {
        const before: PastedColumns = { lines, hasHeading: false, roles: roles.slice(0, 4) };
        const columns = words.reduce((now, { at, role }) => withRole(now, at, role), before);
        const taken = columns.roles.filter((role) => role !== "other");
        expect(new Set(taken).size).toBe(taken.length);
        const last = words.at(-1);
        expect(columns.roles[last?.at ?? 0]).toBe(last?.role);
      }),
    );
  });
});
