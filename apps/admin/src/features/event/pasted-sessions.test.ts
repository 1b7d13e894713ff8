import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateIn, pastedSessions, timeIn } from "./pasted-sessions.ts";

const today = "2026-11-26";
const read = (text: string) => pastedSessions(text, today);

describe("rows from a spreadsheet", () => {
  test("are read by what their cells look like, where no line names the columns", () => {
    expect(read("12/1/2026\t9:00 AM\t11:30 AM\t40\t2\t5\tMorning group\n\n2026-12-02\t13:00\t14:00\t12").rows).toEqual([
      {
        id: "",
        label: "Morning group",
        date: "2026-12-01",
        lastDate: "2026-12-01",
        startsAt: "09:00",
        endsAt: "11:30",
        capacity: 40,
        partySizeLimit: 2,
        waitlistLimit: 5,
      },
      { id: "", label: "", date: "2026-12-02", lastDate: "2026-12-02", startsAt: "13:00", endsAt: "14:00", capacity: 12, partySizeLimit: 1, waitlistLimit: 10 },
    ]);
  });

  test("follow their headings in any order, and columns that are no session's are left out", () => {
    const { rows, faults } = read("Seats\tRoom\tEnd\tStart\tDate\n30\t214\t3 pm\t1 pm\tDec 3");
    expect(faults).toEqual([]);
    expect(rows).toMatchObject([{ date: "2026-12-03", startsAt: "13:00", endsAt: "15:00", capacity: 30, label: "" }]);
  });

  test("take both times out of one cell", () => {
    expect(read("Dec 3\t9–11 am").rows).toMatchObject([{ startsAt: "09:00", endsAt: "11:00" }]);
    expect(read("Thu, Dec 3, 2026; 1:00 pm - 2:30 pm").rows).toMatchObject([{ date: "2026-12-03", startsAt: "13:00", endsAt: "14:30" }]);
  });

  test("that cannot be read are told by their line, and never guessed", () => {
    expect(read("Date\tStart\tSeats\n13/45/2026\t9:00\t10\n12/1/2026\tnoonish\t10\n\t9:00\t10").faults.map(({ line, words }) => [line, words])).toEqual([
      [2, "“13/45/2026” is no date"],
      [3, "“noonish” is no time of day"],
      [4, "has no date"],
    ]);
  });

  test("never throw, whatever was copied", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => void read(text)));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("12/1", "9am", "\t", "\n", ",", ";", "x", "4", " ", "-")).map((parts) => parts.join("")),
        (text) => void read(text),
      ),
    );
  });
});

describe("a date in a cell", () => {
  test.each([
    ["2026-12-01", "2026-12-01"],
    ["12/1/26", "2026-12-01"],
    ["1/15", "2027-01-15"],
    ["11/26", "2026-11-26"],
    ["Tuesday, December 1, 2026", "2026-12-01"],
    ["1 Dec 2026", "2026-12-01"],
    ["Dec 1st", "2026-12-01"],
    ["Foo 1", undefined],
    ["2/30/2026", undefined],
  ])("%s is %s", (cell, day) => expect(dateIn(cell, today)).toBe(day));

  test("is any day that a spreadsheet writes", () => {
    const days = fc.date({ min: new Date("2000-01-01"), max: new Date("2090-01-01"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, (day) => {
        const [year, month, date] = day.split("-").map(Number);
        expect(dateIn(`${month}/${date}/${year}`, today)).toBe(day);
        for (const options of [{ dateStyle: "medium" }, { dateStyle: "full" }] as const) {
          expect(dateIn(new Intl.DateTimeFormat("en-US", { timeZone: "UTC", ...options }).format(Date.parse(day)), today)).toBe(day);
        }
      }),
    );
  });
});

describe("a time in a cell", () => {
  test.each([
    ["9:30", "09:30"],
    ["9:30:00 AM", "09:30"],
    ["12 am", "00:00"],
    ["12:15 p.m.", "12:15"],
    ["1pm", "13:00"],
    ["13", undefined],
    ["25:00", undefined],
    ["13 pm", undefined],
  ])("%s is %s", (cell, time) => expect(timeIn(cell)).toBe(time));
});
