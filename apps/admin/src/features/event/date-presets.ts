import { schoolYearAround } from "@cte-partnerships/domain/reference";
import { type IsoDate, monthAround, weekAround } from "@cte-partnerships/domain/shared";
import type { EventSearch } from "./search.ts";

export type When = NonNullable<EventSearch["when"]>;

export const whenWords: Record<When, string> = {
  today: "Today",
  week: "This week",
  "next-week": "Next week",
  month: "This month",
  "school-year": "This school year",
};

/** The days of a span that goes along with the calendar. */
export function daysOfWhen(when: When, today: IsoDate): { from: IsoDate; to: IsoDate } {
  switch (when) {
    case "today":
      return { from: today, to: today };
    case "week":
      return weekAround(today);
    case "next-week":
      return weekAround(today, 1);
    case "month":
      return monthAround(today);
    case "school-year":
      return schoolYearAround(today);
  }
}

/** The days that are asked for, whether by a span or by themselves. */
export const daysAsked = ({ when, from, to }: EventSearch, today: IsoDate): { from?: string | undefined; to?: string | undefined } =>
  when === undefined ? { from, to } : daysOfWhen(when, today);
