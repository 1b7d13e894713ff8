import type { Instant } from "@cte-partnerships/domain";

/** A date and a time of day as a clock on the wall shows them, with no zone: `2026-12-01T09:30`. */
export type WallTime = string;

/** Which moment a wall time means in a zone: one, two where clocks go back over it, or none where they leap past it. */
export type Meaning = { kind: "once"; instant: Instant } | { kind: "twice"; first: Instant; second: Instant } | { kind: "never" };

// Only types come from the domain here: its schemas would put zod into every screen that shows a time.
const instantFrom = (milliseconds: number) => new Date(milliseconds).toISOString() as Instant;

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-US-u-ca-iso8601", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    clocks.set(zone, clock);
  }
  return clock;
}

/** What a clock in the zone shows at this moment, to the minute. */
export function wallTimeOf(instant: Instant, zone: string): WallTime {
  return wallTimeAt(Date.parse(instant), zone);
}

function wallTimeAt(milliseconds: number, zone: string): WallTime {
  const parts = Object.fromEntries(
    clockOf(zone)
      .formatToParts(milliseconds)
      .map(({ type, value }) => [type, value]),
  );
  return `${(parts.year ?? "").padStart(4, "0")}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

const wallPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

export const isWallTime = (text: string): boolean =>
  wallPattern.test(text) && !Number.isNaN(Date.parse(`${text}Z`)) && new Date(`${text}Z`).toISOString().startsWith(text);

/** The moment that a wall time means in a zone. Absent where the text is no date and time. */
export function meaningOf(wall: WallTime, zone: string): Meaning | undefined {
  if (!isWallTime(wall)) return undefined;
  const asIfUtc = Date.parse(`${wall}Z`);
  const day = 24 * 60 * 60 * 1000;
  // No zone is further than a day from UTC, and none changes its offset twice within two days: the offsets a day before
  // and a day after are all that the wall time can have been said with.
  const offsets = [asIfUtc - day, asIfUtc + day].map((moment) => Date.parse(`${wallTimeAt(moment, zone)}Z`) - moment);
  const moments = [...new Set(offsets.map((offset) => asIfUtc - offset))].filter((moment) => wallTimeAt(moment, zone) === wall).sort((a, b) => a - b);
  const [first, second] = moments;
  if (first === undefined) return { kind: "never" };
  return second === undefined ? { kind: "once", instant: instantFrom(first) } : { kind: "twice", first: instantFrom(first), second: instantFrom(second) };
}

/**
 * The instant to keep for a wall time that was typed. Where it comes twice, the first is meant, unless `before` is one of
 * the two: a form that was opened and saved again moves nothing.
 */
export function instantOf(wall: WallTime, zone: string, before?: Instant): Instant | undefined {
  if (before !== undefined && wallTimeOf(before, zone) === wall) return before;
  const meaning = meaningOf(wall, zone);
  if (meaning?.kind === "once") return meaning.instant;
  return meaning?.kind === "twice" ? meaning.first : undefined;
}
