import { Instant, IsoDate } from "@cte-partnerships/domain";
import * as z from "zod";

const word = z.string().regex(/^[a-z0-9_:.-]{1,80}$/i, "must be an id or a code");

const filters = {
  /** The id of what was changed. */
  subject: word.optional(),
  /** A person's id, `person` for whoever came by a form or link, `system:…`, or `system` for any part of it. */
  by: word.optional(),
  /** A use case such as `event.publish`, or its noun: `event`. */
  op: word.optional(),
  /** Both days are within. */
  from: IsoDate.optional(),
  to: IsoDate.optional(),
};

export const AuditQuery = z.strictObject({ ...filters, cursor: z.string().max(1000).optional() });
export type AuditQuery = z.infer<typeof AuditQuery>;
/** Of one subject, which the address names. */
export const HistoryQuery = z.strictObject({ cursor: z.string().max(1000).optional() });
export const AuditExport = z.strictObject(filters);
export type AuditExport = z.infer<typeof AuditExport>;

/** Who changed what, and when. Nothing personal but the name of who did it, where that was somebody of the office. */
export const AuditRow = z.object({
  id: z.string(),
  at: Instant,
  by: z.string(),
  byName: z.string().optional(),
  op: z.string(),
  subject: z.string(),
  /** A person of the office, by name, where what was changed is their access; an event by its title, and a session by its event's. */
  subjectName: z.string().optional(),
  /** When the session starts that was changed. */
  subjectStartsAt: Instant.optional(),
  changed: z.array(z.object({ field: z.string(), before: z.string().optional(), after: z.string().optional() })),
});
export type AuditRow = z.infer<typeof AuditRow>;

export const AuditPage = z.object({
  records: z.array(AuditRow),
  from: IsoDate,
  to: IsoDate,
  /** How far back was looked: further where there is a cursor. */
  lookedBackTo: IsoDate,
  nextCursor: z.string().optional(),
});
export type AuditPage = z.infer<typeof AuditPage>;
