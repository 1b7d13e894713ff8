import { emptySession, type SessionFormValues } from "./event-form-values.ts";

/** What a text from a spreadsheet says about sessions: rows that can be taken, and lines that cannot. */
export interface PastedSessions {
  rows: Omit<SessionFormValues, "key">[];
  faults: { line: number; text: string; words: string }[];
}

type Column = "date" | "lastDate" | "startsAt" | "endsAt" | "label" | "capacity" | "partySizeLimit" | "waitlistLimit";

/** How spreadsheets head their columns. */
const headings: readonly (readonly [Column, RegExp])[] = [
  ["lastDate", /^(ends? on|last (day|date)|end date|until)$/i],
  ["date", /^(date|day|on|start date|first day)$/i],
  ["startsAt", /^(starts?|start time|from|begins?|time)$/i],
  ["endsAt", /^(ends?|end time|to|finish)$/i],
  ["capacity", /^(seats?|capacity|places?|spots?|max(imum)?)$/i],
  ["partySizeLimit", /^(largest party|party( size)?|group size)$/i],
  ["waitlistLimit", /^(wait(ing)? ?list|waiting|line)$/i],
  ["label", /^(name|title|label|session|group)$/i],
];

/**
 * Reads rows that were copied from a spreadsheet. With a first line of headings, columns are what they say; without, a cell is what it
 * looks like: dates, times, then numbers in the order seats, largest party, waiting list, and any other text as the name.
 *
 * @param today decides the year of dates written without one: the next such day
 */
export function pastedSessions(text: string, today: string, like: Partial<SessionFormValues> = {}): PastedSessions {
  const lines = text.split(/\r?\n/).map((line, index) => ({ line: index + 1, text: line, cells: cellsOf(line) }));
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell !== ""));
  const columns = filled[0] && columnsOf(filled[0].cells);
  const read: PastedSessions = { rows: [], faults: [] };
  for (const { line, text: whole, cells } of columns ? filled.slice(1) : filled) {
    const row = rowOf(cells, columns, today);
    if (typeof row === "string") read.faults.push({ line, text: whole.trim(), words: row });
    else {
      const { capacity, partySizeLimit, waitlistLimit } = { ...emptySession, ...like };
      read.rows.push({ ...emptySession, capacity, partySizeLimit, waitlistLimit, ...row, lastDate: row.lastDate ?? row.date ?? "" });
    }
  }
  return read;
}

const cellsOf = (line: string): string[] =>
  line.split(line.includes("\t") ? "\t" : line.includes(";") ? ";" : / {2,}|,(?! ?\d{4}\b| [A-Z][a-z]{2} \d)/).map((cell) => cell.trim());

function columnsOf(cells: readonly string[]): (Column | undefined)[] | undefined {
  const named = cells.map((cell) => headings.find(([, pattern]) => pattern.test(cell))?.[0]);
  return named.includes("date") && named.filter(Boolean).length >= 2 ? named : undefined;
}

function rowOf(cells: readonly string[], columns: (Column | undefined)[] | undefined, today: string): Partial<SessionFormValues> | string {
  const row: Partial<Record<Column, string | number>> = {};
  const numbers: Column[] = ["capacity", "partySizeLimit", "waitlistLimit"];
  const put = (column: Column | undefined, value: string | number) => {
    if (column !== undefined && row[column] === undefined) row[column] = value;
  };
  for (const [index, cell] of cells.entries()) {
    if (cell === "") continue;
    const column = columns?.[index];
    if (columns && column === undefined) continue;
    const range = timesIn(cell);
    if ((column === undefined || column === "startsAt") && range.length === 2) {
      put("startsAt", range[0] ?? "");
      put("endsAt", range[1] ?? "");
      continue;
    }
    const wants = column ?? kindOf(cell, row, numbers, today);
    const value = valueFor(wants, cell, today);
    if (value === undefined) return `“${cell}” is no ${nouns[wants]}`;
    put(wants, value);
  }
  if (row.date === undefined) return "has no date";
  return row as Partial<SessionFormValues>;
}

const nouns: Record<Column, string> = {
  date: "date",
  lastDate: "date",
  startsAt: "time of day",
  endsAt: "time of day",
  label: "name",
  capacity: "number of seats",
  partySizeLimit: "size of a party",
  waitlistLimit: "length of a waiting list",
};

function kindOf(cell: string, row: Partial<Record<Column, unknown>>, numbers: readonly Column[], today: string): Column {
  if (/^\d+$/.test(cell)) return numbers.find((column) => row[column] === undefined) ?? "label";
  if (dateIn(cell, today)) return row.date === undefined ? "date" : "lastDate";
  if (timeIn(cell)) return row.startsAt === undefined ? "startsAt" : "endsAt";
  return "label";
}

function valueFor(column: Column, cell: string, today: string): string | number | undefined {
  if (column === "date" || column === "lastDate") return dateIn(cell, today);
  if (column === "startsAt" || column === "endsAt") return timeIn(cell);
  if (column === "label") return cell;
  return /^\d{1,6}$/.test(cell) ? Number(cell) : undefined;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** `2026-12-01`, `12/1/2026`, `12/1`, `Tue, Dec 1, 2026`, `December 1` or `1 Dec 2026` as a day. */
export function dateIn(cell: string, today: string): string | undefined {
  const text = cell.replace(/^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\.?,?\s+/i, "");
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return dayOf(iso[1], Number(iso[2]), iso[3], today);
  const slashed = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?$/.exec(text);
  if (slashed) return dayOf(slashed[3], Number(slashed[1]), slashed[2], today);
  const worded = /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/.exec(text) ?? undefined;
  const turned = /^(\d{1,2})\.? ([A-Za-z]{3,9})\.?(?:,? (\d{4}))?$/.exec(text);
  const [name, day, year] = worded ? worded.slice(1) : turned ? [turned[2], turned[1], turned[3]] : [];
  if (name === undefined) return undefined;
  return dayOf(year, months.indexOf(name.slice(0, 3).toLowerCase()) + 1, day, today);
}

function dayOf(year: string | undefined, month: number, day: string | undefined, today: string): string | undefined {
  const inYear = (known: number) => `${known}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const thisYear = Number(today.slice(0, 4));
  const written =
    year === undefined ? (inYear(thisYear) < today ? inYear(thisYear + 1) : inYear(thisYear)) : inYear(year.length === 2 ? 2000 + Number(year) : Number(year));
  const time = Date.parse(`${written}T00:00Z`);
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(written) ? undefined : written;
}

/** `9:30`, `09:30`, `9:30 AM`, `9am` or `1 p.m.` as a time of day. */
export function timeIn(cell: string): string | undefined {
  const found = /^(\d{1,2})(?::(\d\d))?(?::\d\d)?\s*([ap])?(?:\.?m\.?)?$/i.exec(cell.trim());
  if (!found || (found[2] === undefined && found[3] === undefined)) return undefined;
  const half = found[3]?.toLowerCase();
  const typed = Number(found[1]);
  if (half && (typed < 1 || typed > 12)) return undefined;
  const hour = half === "p" && typed < 12 ? typed + 12 : half === "a" && typed === 12 ? 0 : typed;
  const minute = Number(found[2] ?? 0);
  return hour > 23 || minute > 59 ? undefined : `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** Both ends of `9:00 – 11:00`, of `9–11 am` too. */
function timesIn(cell: string): string[] {
  const [from, to, more] = cell.split(/\s*(?:–|—|-|\bto\b)\s*/);
  if (from === undefined || to === undefined || more !== undefined) return [];
  const ends = timeIn(to);
  const half = /[ap](?=\.?m)/i.exec(to)?.[0] ?? "";
  // `9–11 am` says its half of the day once.
  const starts = timeIn(from) ?? timeIn(half ? `${from} ${half}m` : `${from}:00`);
  return starts !== undefined && ends !== undefined ? [starts, ends] : [];
}
