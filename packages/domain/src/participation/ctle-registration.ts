import * as z from "zod";
import { citationOf } from "../reference/citation-of.ts";
import type { DatedTable } from "../reference/dated-table.ts";
import type { Judgement } from "../rule/finding.ts";
import { decide, given, unknown } from "../rule/judge.ts";
import { type Rule, rule, type Subject, subject } from "../rule/rule.ts";
import { IsoDate } from "../shared/date.ts";
import { toHundredths } from "../shared/to-hundredths.ts";
import { type CtleRequirement, ctlePeriod, ctleRequirements } from "./ctle-requirement.ts";

/** What a teacher knows of their own registration period: hours and dates, and no name. */
export interface CtleRegistrationFacts {
  periodFrom?: IsoDate | undefined;
  /** The day of the last hour that is counted. */
  lastHourOn?: IsoDate | undefined;
  holds?: "esol_or_bilingual" | "other" | undefined;
  hours?: number | undefined;
  languageAcquisitionHours?: number | undefined;
  /** How many of the hours are of an earlier period. */
  carriedOverHours?: number | undefined;
  allFromApprovedSponsors?: boolean | undefined;
}

/** What an agency may set: what its state requires. */
export interface CtleRegistrationPolicy {
  requirements: DatedTable<CtleRequirement>;
}

/** New York's requirement. */
export const defaultCtleRegistrationPolicy: CtleRegistrationPolicy = { requirements: ctleRequirements };

const hours = (title: string) => z.number().min(0).max(2000).optional().meta({ title });
const facts = z.strictObject({
  periodFrom: IsoDate.optional().meta({ title: "First day of the registration period" }),
  lastHourOn: IsoDate.optional().meta({ title: "Day of the last hour that is counted" }),
  holds: z.enum(["esol_or_bilingual", "other"]).optional().meta({ title: "Certificate held" }),
  hours: hours("Hours completed"),
  languageAcquisitionHours: hours("Hours in language acquisition among them"),
  carriedOverHours: hours("Hours of an earlier period among them"),
  allFromApprovedSponsors: z.boolean().optional().meta({ title: "All from approved sponsors" }),
}) as unknown as z.ZodType<CtleRegistrationFacts>;

type Facts = CtleRegistrationFacts;

/**
 * The rules on a registration period, for teachers to whom it applies: holders of a professional certificate who work in a
 * district of the state. A district with few English learners may be excepted from the part in language acquisition; that was not
 * read, and no fact here asks for it.
 *
 * @example
 * ctleRegistration().rules.find("ctle-registration.hours", "2026-11-24")?.check({ hours: 110, carriedOverHours: 20 }, "2026-11-24").verdict // "unmet"
 */
// @__NO_SIDE_EFFECTS__
export function ctleRegistration({ requirements }: CtleRegistrationPolicy = defaultCtleRegistrationPolicy): Subject<CtleRegistrationFacts> {
  const rules = requirements
    .ids()
    .flatMap((id) => requirements.history(id))
    .flatMap((requirement): Rule<Facts>[] => {
      const { hours: need, languagePercent } = requirement;
      const row = (id: string, title: string, judge: (known: Facts) => Judgement) =>
        rule<Facts>({ id: `ctle-registration.${id}`, title, force: "required", ...citationOf(requirement), judge });
      return [
        row("hours", "Enough hours, none carried over", (known) =>
          given(known, ["hours", "carriedOverHours"], ({ hours: all, carriedOverHours }) => {
            const have = toHundredths(all - carriedOverHours);
            return decide(have >= need, "ctle_hours", { have, need, carriedOver: carriedOverHours });
          }),
        ),
        row("language-acquisition", "Enough of them in language acquisition", (known) =>
          given(known, ["holds", "languageAcquisitionHours"], ({ holds, languageAcquisitionHours: have }) => {
            const percent = holds === "esol_or_bilingual" ? languagePercent.esolOrBilingual : languagePercent.other;
            return decide(have * 100 >= need * percent, "ctle_language_hours", { have, need: (need * percent) / 100 });
          }),
        ),
        row("period", "Within the registration period", (known) =>
          given(known, ["periodFrom", "lastHourOn"], ({ periodFrom, lastHourOn }) => {
            const period = ctlePeriod(periodFrom, requirements);
            if (!period) return unknown([], "ctle_no_period", { on: periodFrom });
            return decide(periodFrom <= lastHourOn && lastHourOn <= period.lastDay, "ctle_period", { lastHourOn, periodFrom, lastDay: period.lastDay });
          }),
        ),
        row("sponsors", "From approved sponsors alone", (known) =>
          given(known, ["allFromApprovedSponsors"], ({ allFromApprovedSponsors }) => decide(allFromApprovedSponsors, "ctle_sponsors")),
        ),
      ];
    });
  return subject({ id: "ctle-registration", title: "Are the hours of a registration period complete?", facts, rules });
}
