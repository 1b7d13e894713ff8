import type { ActivityType, Audience } from "@cte-partnerships/domain";

/** What a new event of a kind of activity mostly is. Each is an offer: what somebody has typed stands. */
export interface TypeDefaults {
  audience: Audience;
  /** Absent where the kind takes place in several settings. */
  venueKind?: "place" | "virtual";
  /** Absent where nobody states it, or it goes over days. */
  lengthMinutes?: number;
}

// The sign-up form is for grown-ups: an activity for students is filled by the partners who come to them.
const audiences: Record<ActivityType["purpose"], Audience> = { students: "industry_partners", teachers: "teachers", advisory: "advisory_members" };

export function defaultsOf({ purpose, settings, duration }: Pick<ActivityType, "purpose" | "settings" | "duration">): TypeDefaults {
  const isVirtual = settings.includes("virtual");
  const venueKind = isVirtual ? (settings.length === 1 ? "virtual" : undefined) : "place";
  const lengthMinutes = duration?.value.unit === "hours" ? duration.value.min * 60 : undefined;
  return { audience: audiences[purpose], ...(venueKind ? { venueKind } : {}), ...(lengthMinutes === undefined ? {} : { lengthMinutes }) };
}

/** `1.5 to 2 hours`, `14 days` */
export function lengthInWords({ duration }: Pick<ActivityType, "duration">): string | undefined {
  if (!duration) return undefined;
  const { unit, min, max } = duration.value;
  const word = max === 1 ? unit.slice(0, -1) : unit;
  return min === max ? `${min} ${word}` : `${min} to ${max} ${word}`;
}
