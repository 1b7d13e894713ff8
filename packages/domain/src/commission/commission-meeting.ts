import * as z from "zod";
import { IsoDate } from "../shared/date.ts";
import { CommissionId, EventId, MeetingId, PartnerId, SchoolId } from "../shared/id.ts";
import { Instant } from "../shared/instant.ts";
import { hasEachOnce } from "../shared/is-each-once.ts";
import { line, paragraphs } from "../shared/text.ts";

const people = z.int().min(0).max(1000);

/** Who was there: people of each school by what they do there, people of each organisation. Counts, and no names. */
export const MeetingAttendance = z.strictObject({
  schools: z
    .array(z.strictObject({ schoolId: SchoolId, administrators: people, coordinators: people, teachers: people }))
    .max(500)
    .refine(hasEachOnce("schoolId"), "has the same school twice"),
  partners: z
    .array(z.strictObject({ partnerId: PartnerId, people }))
    .max(500)
    .refine(hasEachOnce("partnerId"), "has the same partner twice"),
});
export type MeetingAttendance = z.infer<typeof MeetingAttendance>;

const facts = {
  commissionId: CommissionId,
  on: IsoDate,
  title: line(140),
  agenda: paragraphs(4000).optional(),
  /** The event that people signed up for it by, where there was one. */
  eventId: EventId.optional(),
};

/** A meeting as the office writes it down before it is held. */
export const CommissionMeetingInput = z.strictObject(facts);
export type CommissionMeetingInput = z.infer<typeof CommissionMeetingInput>;

const kept = { id: MeetingId, ...facts, version: z.int().min(1), createdAt: Instant };

/** A meeting of a commission: planned → held, or cancelled. Only one that was held has an attendance. */
export const CommissionMeeting = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("planned"), ...kept }),
  z.strictObject({ status: z.literal("held"), ...kept, attendance: MeetingAttendance, minutes: paragraphs(20_000).optional() }),
  z.strictObject({ status: z.literal("cancelled"), ...kept, reason: line(300) }),
]);
export type CommissionMeeting = z.infer<typeof CommissionMeeting>;
