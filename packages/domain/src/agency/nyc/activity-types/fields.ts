import * as z from "zod";
import { line } from "../../../shared/text.ts";

// What is asked about one activity. No field has a place for a student's name: counts, yes or no, and words about the work.

/** A whole number within bounds. */
export const whole = (title: string, min: number, max: number) =>
  z.int("must be a whole number").min(min, `must be at least ${min}`).max(max, `must be at most ${max}`).meta({ title });

/** How many there are, one at least. */
export const count = (title: string, max: number) => whole(title, 1, max);

/** A length in minutes. */
export const minutes = (title: string, max: number) => whole(title, 5, max);

/** A yes or no. */
export const yesNo = (title: string) => z.boolean("must be yes or no").meta({ title });

/** A few words. */
export const words = (title: string) => line(200).meta({ title });

/** One or several short entries. */
export const entries = (title: string, max: number) => z.array(line(80)).min(1, "needs at least one").max(max, `has room for at most ${max}`).meta({ title });

/** One of a few words. */
export const oneOf = <const Word extends string>(title: string, choices: readonly [Word, ...Word[]]) =>
  z.enum(choices, `must be ${choices.map((choice) => choice.replaceAll("_", " ")).join(" or ")}`).meta({ title });

/** A field that the page of an event tells to whoever may sign up. The others are for those who prepare it. */
export const told = <Field extends z.ZodType>(field: Field): Field => field.meta({ ...field.meta(), isTold: true });
