import type { IsoDate } from "../shared/date.ts";

/** The first day of what no source gives one for: a choice, early enough for every question, and told as "long-standing". */
export const longStanding: IsoDate = "2000-01-01";
