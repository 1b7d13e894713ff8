import { line } from "@cte-partnerships/domain";
import * as z from "zod";

/** Lists of the console whose filters, columns and order somebody may keep under a name. */
export const ViewedList = z.enum(["roster", "events"]);
export type ViewedList = z.infer<typeof ViewedList>;

/** What stood in the address bar, under a name of the person's own. The console alone knows what it means. */
export const SavedView = z.strictObject({
  id: z.string().regex(/^[0-9a-z-]{1,40}$/),
  title: line(60),
  search: z.string().max(500),
  /** The one with which the list opens by itself. */
  isDefault: z.literal(true).optional(),
});
export type SavedView = z.infer<typeof SavedView>;

/** They are read with the person's grants at each request, so there are few. */
export const viewsAtMost = 10;

export const SavedViews = z.strictObject({
  /** Rises with every change; 0 while nothing was ever kept. */
  version: z.int().min(0),
  views: z
    .array(SavedView)
    .max(viewsAtMost)
    .refine((views) => views.filter(({ isDefault }) => isDefault).length <= 1, "has more than one with which the list opens"),
});
export type SavedViews = z.infer<typeof SavedViews>;
