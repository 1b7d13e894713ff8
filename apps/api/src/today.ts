import { dateIn, type IsoDate } from "@cte-partnerships/domain";
import type { Deps } from "./deps.ts";

/** The day that it is for the agency: as of which its commissions, schools, boroughs and activity types are read. */
export const todayOf = ({ agency, now }: Pick<Deps, "agency" | "now">): IsoDate => dateIn(agency.zone, now());
