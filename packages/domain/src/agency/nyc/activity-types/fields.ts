import * as z from "zod";
import { line } from "../../../shared/text.ts";

// What is asked about one activity. No field has a place for a student's name: counts, yes or no, and words about the work.

/** How many there are, one at least. */
export const count = (title: string, max: number) => z.int().min(1).max(max).meta({ title });

/** A length in minutes. */
export const minutes = (title: string, max: number) => z.int().min(5).max(max).meta({ title });

/** A yes or no. */
export const yesNo = (title: string) => z.boolean().meta({ title });

/** A few words. */
export const words = (title: string) => line(200).meta({ title });

/** One or several short entries. */
export const entries = (title: string, max: number) => z.array(line(80)).min(1).max(max).meta({ title });

/** One of a few words. */
export const oneOf = <const Word extends string>(title: string, choices: readonly [Word, ...Word[]]) => z.enum(choices).meta({ title });
