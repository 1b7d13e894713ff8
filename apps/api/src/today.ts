import { dateIn, type Instant, type IsoDate, instantFrom, type Zone } from "@cte-partnerships/domain";
import type { Deps } from "./deps.ts";

/** The day that it is for the agency: as of which its commissions, schools, boroughs and activity types are read. */
export const todayOf = ({ agency, now }: Pick<Deps, "agency" | "now">): IsoDate => dateIn(agency.zone, now());

/** The moment at which a day begins at a place. Clocks are put forward and back: it is looked for and not reckoned. */
export function beginningOf(zone: Zone, day: IsoDate): Instant {
  const around = Date.parse(`${day}T00:00:00.000Z`);
  let [before, from] = [around - 15 * 3_600_000, around + 15 * 3_600_000];
  while (from - before > 60_000) {
    const middle = Math.floor((before + from) / 2 / 60_000) * 60_000;
    if (dateIn(zone, instantFrom(middle)) < day) before = middle;
    else from = middle;
  }
  return instantFrom(from);
}
