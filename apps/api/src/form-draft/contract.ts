import { EventId, Instant } from "@cte-partnerships/domain";
import * as z from "zod";

/** What a kept form is of: an event, or the one that is to be made. */
export const FormSubject = z.union([z.literal("new"), EventId]);
export type FormSubject = z.infer<typeof FormSubject>;

/** A form takes a few kB; a description, fifty sessions and twenty questions some sixty. */
export const keptBytesAtMost = 200_000;
/** Any form is flatter than that. */
export const keptDepthAtMost = 12;

const isBounded = (values: unknown): boolean =>
  isAtMostDeep(values, keptDepthAtMost) && new TextEncoder().encode(JSON.stringify(values)).length <= keptBytesAtMost;

const isAtMostDeep = (value: unknown, left: number): boolean =>
  typeof value !== "object" || value === null || (left > 0 && Object.values(value).every((inner) => isAtMostDeep(inner, left - 1)));

/** What stands in a form, finished or not: the console alone knows what it means, so it is only bounded. */
export const FormDraftInput = z.strictObject({
  /** The event's version that the form was begun from; 0 for an event that is to be made. */
  begunFrom: z.int().min(0),
  values: z.record(z.string().max(100), z.unknown()).refine(isBounded, "is more than a form holds"),
});
export type FormDraftInput = z.infer<typeof FormDraftInput>;

export const FormDraft = z.object({ begunFrom: z.int(), values: z.record(z.string(), z.unknown()), keptAt: Instant });
export type FormDraft = z.infer<typeof FormDraft>;

/** Without `draft` nothing is kept. */
export const KeptFormDraft = z.object({ draft: FormDraft.optional() });
export type KeptFormDraft = z.infer<typeof KeptFormDraft>;
