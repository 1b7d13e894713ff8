import { citationOf } from "../reference/citation-of.ts";
import type { DatedTable, ReferenceRow } from "../reference/dated-table.ts";
import { longStanding } from "../reference/long-standing.ts";
import type { Source } from "../reference/source.ts";
import type { Judgement } from "../rule/finding.ts";
import { all, decide, given, unknown } from "../rule/judge.ts";
import { type Rule, rule, type Subject, subject } from "../rule/rule.ts";
import type { DateSpan, IsoDate } from "../shared/date.ts";
import { type BarredWork, barredWork, barredWorkSource } from "./barred-work.ts";
import { judgeClock, judgeDayHours, judgeWeek } from "./judge-minor-hours.ts";
import { type MinorBand, minorBands } from "./minor-band.ts";
import { type WorkingPaper, workingPapers, workingPapersSource } from "./minor-paper.ts";
import { type MinorsPlacementFacts, minorsPlacementFacts } from "./minors-placement-facts.ts";

/** What a state says of minors at work, as data: another state's agency gives its own tables. */
export interface MinorsPlacementPolicy {
  minimumAge: number;
  minimumAgeSource: Source & DateSpan;
  bands: DatedTable<MinorBand>;
  papers: DatedTable<WorkingPaper>;
  papersSource: Source & DateSpan;
  work: DatedTable<BarredWork>;
  workSource: Source & DateSpan;
}

/** New York's law. */
export const defaultMinorsPlacementPolicy: MinorsPlacementPolicy = {
  minimumAge: 14,
  // Read in a list of the sections. Its exceptions, such as for child performers, are no placements of a school.
  minimumAgeSource: { authority: "state_law", citation: "New York Labor Law 130", retrievedOn: "2026-11-01", confidence: "secondary", from: longStanding },
  bands: minorBands,
  papers: workingPapers,
  papersSource: workingPapersSource,
  work: barredWork,
  workSource: barredWorkSource,
};

type Facts = MinorsPlacementFacts;

const versionsOf = <Row extends ReferenceRow>(table: DatedTable<Row>): readonly Row[] => table.ids().flatMap((id) => table.history(id));

/**
 * The rules on minors at a placement that a partner offers: ages, hours by season and week, papers, barred work.
 *
 * @example
 * minorsPlacement().rules.find("minors-placement.clock-14-15", "2026-07-01")?.check({ youngestAge: 15, isSchoolInSession: false, earliestStart: "09:00", latestEndBeforeOtherDay: "20:00", firstDay: "2026-06-20", lastDay: "2026-08-28" }, "2026-07-01").verdict // "unmet"
 */
// @__NO_SIDE_EFFECTS__
export function minorsPlacement(policy: MinorsPlacementPolicy = defaultMinorsPlacementPolicy): Subject<MinorsPlacementFacts> {
  const row = (id: string, title: string, source: Source & DateSpan, judge: (facts: Facts, on: IsoDate) => Judgement): Rule<Facts> =>
    rule({ id: `minors-placement.${id}`, title, force: "required", ...citationOf(source), judge });
  const bands = versionsOf(policy.bands).flatMap((band) => [
    row(`day-hours-${band.id}`, `Hours a day, at ${band.label}`, band, (facts) => judgeDayHours(facts, band)),
    row(`week-${band.id}`, `Hours and days a week, at ${band.label}`, band, (facts) => judgeWeek(facts, band)),
    row(`clock-${band.id}`, `Hours of the clock, at ${band.label}`, band, (facts) => judgeClock(facts, band)),
  ]);
  return subject({
    id: "minors-placement",
    title: "May minors work at this placement?",
    facts: minorsPlacementFacts(policy.papers, policy.work),
    rules: [
      row("age", "Nobody is too young", policy.minimumAgeSource, (facts) =>
        given(facts, ["youngestAge"], ({ youngestAge }) => decide(youngestAge >= policy.minimumAge, "minor_age", { youngestAge, need: policy.minimumAge })),
      ),
      ...bands,
      row("papers", "The employer asks for the working papers", policy.papersSource, (facts, on) => judgePapers(facts, policy.papers.on(on))),
      row("barred-work", "No work that is barred to minors", policy.workSource, (facts, on) => judgeWork(facts, policy.work, on)),
    ],
  });
}

function judgePapers(facts: Facts, papers: readonly WorkingPaper[]): Judgement {
  return given(facts, ["youngestAge", "oldestAge"], ({ youngestAge, oldestAge }) => {
    const forTheseAges = papers.filter(({ minimumAge, maximumAge }) => youngestAge <= maximumAge && oldestAge >= minimumAge);
    if (forTheseAges.length === 0) return decide(true, "minor_no_papers");
    return all(
      ...forTheseAges.map((paper) => {
        const asked = given(facts, ["papers"], ({ papers: has }) => decide(has.includes(paper.id), "minor_paper", { paper: paper.id }));
        // Where the employer asks for it anyway, nobody need say who attends school.
        if (paper.attendsSchool === undefined || asked.verdict === "met") return asked;
        return given(facts, ["attendsSchool"], ({ attendsSchool }) =>
          attendsSchool === paper.attendsSchool ? asked : decide(true, "minor_paper_not_needed", { paper: paper.id }),
        );
      }),
    );
  });
}

function judgeWork(facts: Facts, work: DatedTable<BarredWork>, on: IsoDate): Judgement {
  return given(facts, ["youngestAge", "tasks"], ({ youngestAge, tasks }) => {
    const barred = work.on(on).filter(({ id, belowAge }) => tasks.includes(id) && youngestAge < belowAge);
    if (barred.length === 0) {
      // Work that no table names may be barred under another name.
      const strange = tasks.filter((id) => work.history(id).length === 0);
      return strange.length > 0 ? unknown([], "minor_work_not_named", { tasks: strange }) : decide(true, "minor_no_barred_work");
    }
    const told = decide(false, "minor_barred_work", { tasks: barred.map(({ id }) => id) });
    if (!barred.every(({ mayExceptCooperative }) => mayExceptCooperative)) return told;
    return given(facts, ["schoolProgram"], ({ schoolProgram }) =>
      schoolProgram === "cooperative" ? unknown([], "minor_cooperative_exception", { tasks: barred.map(({ id }) => id) }) : told,
    );
  });
}
