import type { SwitchedOff } from "@cte-partnerships/domain/agency";
import { type Rule, type Standing, standingOf, type Verdict } from "@cte-partnerships/domain/rule";
import type { IsoDate } from "@cte-partnerships/domain/shared";
import type { Dot } from "../../ui/status-badge.tsx";

/** How a rule stands for an agency on a day: as its source lets it, or switched off. */
export type RuleStanding = Standing | "switched_off";

export const standingWords: Record<RuleStanding, { label: string; dot: Dot; means: string }> = {
  counts: { label: "Required", dot: "done", means: "Decides: where it is not met, the whole is not met." },
  advice: { label: "Advice", dot: "draft", means: "A finding and no bar." },
  unconfirmed: { label: "Not confirmed", dot: "closed", means: "Cites a law that nobody has read in its source, so it does not count." },
  switched_off: { label: "Switched off", dot: "cancelled", means: "The agency does not hold to it." },
};

export const verdictDots: Record<Verdict, Dot> = { met: "open", unmet: "cancelled", unknown: "draft" };

/** How the agency has switched a rule off on a day, if it has. */
export const switchOf = (ruleId: string, switchedOff: readonly SwitchedOff[], on: IsoDate): SwitchedOff | undefined =>
  switchedOff.find((off) => off.ruleId === ruleId && (off.from === undefined || off.from <= on));

export const standingOn = (rule: Rule, switchedOff: readonly SwitchedOff[], on: IsoDate): RuleStanding =>
  switchOf(rule.id, switchedOff, on) ? "switched_off" : standingOf(rule);
