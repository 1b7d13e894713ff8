import { type IsoDate, type SeriesRule, weekOfMonth } from "@cte-partnerships/domain";

const weekday = new Intl.DateTimeFormat("en-US", { timeZone: "UTC", weekday: "long" });
const weekdayOf = (day: IsoDate): string => weekday.format(Date.parse(`${day}T00:00Z`));
const places = { 1: "first", 2: "second", 3: "third", 4: "fourth", last: "last" } as const;

/** Ways in which a series can go on from its first day, in words: `Every 2 weeks on Tuesday`, `Every month on the second Tuesday`. */
export function seriesChoices(first: IsoDate): { value: string; label: string; rule: (times: number) => SeriesRule }[] {
  const day = weekdayOf(first);
  const weekly = [1, 2, 3, 4].map((weeks) => ({
    value: `weeks ${weeks}`,
    label: weeks === 1 ? `Every ${day}` : `Every ${weeks} weeks on ${day}`,
    rule: (times: number): SeriesRule => ({ every: "weeks", weeks, times }),
  }));
  const place = weekOfMonth(first);
  const counted = Math.ceil(Number(first.slice(8)) / 7) as 1 | 2 | 3 | 4 | 5;
  // The last Tuesday of a month is mostly its fourth one too: which of the two is meant, only its people know.
  const inMonth = place === "last" && counted < 5 ? ([counted as 4, "last"] as const) : ([place] as const);
  const monthly = inMonth.map((week) => ({
    value: `month ${week}`,
    label: `Every month on the ${places[week]} ${day}`,
    rule: (times: number): SeriesRule => ({ every: "month", week, times }),
  }));
  return [...weekly, ...monthly];
}
