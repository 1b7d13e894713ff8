import type { IsoDate } from "./date.ts";

/** The day of a year's month, 1 for January; a day 0 is the last of the month before, and so on, as JavaScript counts. */
export const utcDay = (year: number, month: number, day: number): IsoDate => new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) as IsoDate;
