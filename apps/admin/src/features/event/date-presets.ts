import type { IsoDate } from "@cte-partnerships/domain";
import type { EventSearch } from "./search.ts";

export type When = NonNullable<EventSearch["when"]>;

export const whenWords: Record<When, string> = {
  today: "Today",
  week: "This week",
  "next-week": "Next week",
  month: "This month",
  "school-year": "This school year",
};

const dayAfter = (date: string, days: number) => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as IsoDate;
const lastOfMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) as IsoDate;

/** The days of a span that goes along with the calendar. Weeks begin on Monday, and a school year on 1 July, as the State counts it. */
export function daysOfWhen(when: When, today: IsoDate): { from: IsoDate; to: IsoDate } {
  const [year = 0, month = 0] = today.split("-").map(Number);
  const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  switch (when) {
    case "today":
      return { from: today, to: today };
    case "week":
    case "next-week": {
      const from = dayAfter(today, (when === "week" ? 0 : 7) - sinceMonday);
      return { from, to: dayAfter(from, 6) };
    }
    case "month":
      return { from: `${today.slice(0, 7)}-01` as IsoDate, to: lastOfMonth(year, month) };
    case "school-year": {
      const first = month >= 7 ? year : year - 1;
      return { from: `${first}-07-01` as IsoDate, to: `${first + 1}-06-30` as IsoDate };
    }
  }
}

/** The days that are asked for, whether by a span or by themselves. */
export const daysAsked = ({ when, from, to }: EventSearch, today: IsoDate): { from?: string | undefined; to?: string | undefined } =>
  when === undefined ? { from, to } : daysOfWhen(when, today);
