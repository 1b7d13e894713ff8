import type { Judgement } from "../rule/finding.ts";
import { all, any, decide, given, unknown } from "../rule/judge.ts";
import type { IsoDate } from "../shared/date.ts";
import { laborDayOf, type MinorBand, type SeasonLimits } from "./minor-band.ts";
import type { MinorsPlacementFacts } from "./minors-placement-facts.ts";

type Facts = MinorsPlacementFacts;
type Judge = (facts: Facts, band: MinorBand) => Judgement;

/** Judges by the limits of the season, for placements that take somebody of the band. The youngest decide: theirs are the stricter limits. */
const inSeason =
  (judge: (facts: Facts, limits: SeasonLimits, isSchoolInSession: boolean) => Judgement): Judge =>
  (facts, { minimumAge, maximumAge, inSession, outOfSession }) =>
    given(facts, ["youngestAge"], ({ youngestAge }) =>
      youngestAge < minimumAge || youngestAge > maximumAge
        ? decide(true, "minor_other_ages")
        : given(facts, ["isSchoolInSession"], ({ isSchoolInSession }) => judge(facts, isSchoolInSession ? inSession : outOfSession, isSchoolInSession)),
    );

type HoursKey = "hoursOnSchoolDay" | "hoursBeforeSchoolDay" | "hoursOnOtherDay" | "hoursPerWeek" | "daysPerWeek";

const atMost = (facts: Facts, key: HoursKey, most: number, code: string): Judgement =>
  given(facts, [key], (known) => {
    const have: number = known[key];
    return decide(have <= most, code, { have, most });
  });

/** A limit that a work program of the school may lift. Whoever is within the lower one needs none. */
function atMostInProgram(facts: Facts, limits: SeasonLimits, key: "hoursPerWeek" | "hoursBeforeSchoolDay", most: number, code: string): Judgement {
  const plain = atMost(facts, key, most, code);
  const lifted = Object.entries(limits.inProgram ?? {}).filter(([, change]) => change[key] !== undefined);
  if (lifted.length === 0) return plain;
  return any(
    plain,
    given(facts, ["schoolProgram"], ({ schoolProgram }) => {
      const more = limits.inProgram?.[schoolProgram]?.[key];
      return more === undefined ? decide(false, "minor_no_program_for_more") : atMost(facts, key, more, code);
    }),
  );
}

/** Hours on a day. */
export const judgeDayHours: Judge = inSeason((facts, limits) => {
  const { hoursOnSchoolDay, hoursBeforeSchoolDay, hoursOnOtherDay, hoursOnOtherDayByException = hoursOnOtherDay } = limits;
  const other = given(facts, ["hoursOnOtherDay"], ({ hoursOnOtherDay: have }) =>
    have > hoursOnOtherDay && have <= hoursOnOtherDayByException
      ? unknown([], "minor_longer_day_by_exception", { have, most: hoursOnOtherDay, exception: hoursOnOtherDayByException })
      : decide(have <= hoursOnOtherDay, "minor_hours_on_other_day", { have, most: hoursOnOtherDay }),
  );
  return all(
    ...(hoursOnSchoolDay === undefined ? [] : [atMost(facts, "hoursOnSchoolDay", hoursOnSchoolDay, "minor_hours_on_school_day")]),
    ...(hoursBeforeSchoolDay === undefined
      ? []
      : [atMostInProgram(facts, limits, "hoursBeforeSchoolDay", hoursBeforeSchoolDay, "minor_hours_before_school_day")]),
    other,
  );
});

/** Hours and days a week. */
export const judgeWeek: Judge = inSeason((facts, limits) =>
  all(
    atMostInProgram(facts, limits, "hoursPerWeek", limits.hoursPerWeek, "minor_hours_per_week"),
    atMost(facts, "daysPerWeek", limits.daysPerWeek, "minor_days_per_week"),
  ),
);

/** The hours of the clock. */
export const judgeClock: Judge = inSeason((facts, limits, isSchoolInSession) =>
  all(
    given(facts, ["earliestStart"], ({ earliestStart }) =>
      decide(earliestStart >= limits.earliestStart, "minor_starts", { at: earliestStart, earliest: limits.earliestStart }),
    ),
    ...(isSchoolInSession ? [judgeEnd(facts, limits, "latestEndBeforeSchoolDay")] : []),
    judgeEnd(facts, limits, "latestEndBeforeOtherDay"),
  ),
);

function judgeEnd(
  facts: Facts,
  { earliestStart, latestEnd, summerEvenings, late }: SeasonLimits,
  key: "latestEndBeforeSchoolDay" | "latestEndBeforeOtherDay",
): Judgement {
  return given(facts, [key], (known) => {
    const end = known[key];
    // On the clock, one in the morning stands before ten in the evening.
    if (isPastMidnight(end, earliestStart, facts.earliestStart)) return decide(false, "minor_ends_past_midnight", { at: end });
    if (end <= latestEnd) return decide(true, "minor_ends", { at: end, latest: latestEnd });
    if (summerEvenings && end <= summerEvenings.latestEnd) return inSummer(facts, summerEvenings.from);
    if (late && end <= late.latestEnd) {
      const needed = key === "latestEndBeforeSchoolDay" ? late.beforeSchoolDay : late.beforeOtherDay;
      return all(...needed.map((paper) => given(facts, [paper], (kept) => decide(kept[paper] === true, `minor_late_${suffix[paper]}`, { at: end }))));
    }
    return decide(false, "minor_ends", { at: end, latest: late?.latestEnd ?? summerEvenings?.latestEnd ?? latestEnd });
  });
}

/** Before anybody may begin, or before anybody does: such an end is on the day after. */
const isPastMidnight = (end: string, mayStart: string, starts: string | undefined): boolean => end <= mayStart || (starts !== undefined && end <= starts);

const suffix = { keepsParentConsents: "with_consents", keepsStandingCertificates: "with_standing" } as const;

/** All of it within one summer, from the given day to Labor Day. */
const inSummer = (facts: Facts, from: string): Judgement =>
  given(facts, ["firstDay", "lastDay"], ({ firstDay, lastDay }) => {
    const year = firstDay.slice(0, 4);
    const [begins, ends] = [`${year}-${from}` as IsoDate, laborDayOf(Number(year))];
    return decide(begins <= firstDay && lastDay <= ends, "minor_summer_evenings", { begins, ends });
  });
