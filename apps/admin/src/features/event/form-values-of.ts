import type { Event } from "@cte-partnerships/domain";
import { hostKey } from "../../lib/host.ts";
import { wallTimeOf } from "../../lib/zoned-time.ts";
import { detailTexts } from "./details-text.ts";
import { type EventFormValues, emptyOnline, emptyPlace } from "./event-form-values.ts";

/** A saved event as its form shows it. */
export function formValuesOf(event: Event): EventFormValues {
  const { venue, contact } = event;
  return {
    title: event.title,
    activityTypeId: event.activityTypeId,
    details: detailTexts(event.details),
    description: event.description,
    host: hostKey(event.host),
    venue: {
      kind: venue.kind,
      zone: venue.zone,
      place: "place" in venue ? { ...venue.place, directions: venue.place.directions ?? "" } : emptyPlace,
      online: "online" in venue ? { joinUrl: venue.online.joinUrl ?? "", note: venue.online.note ?? "" } : emptyOnline,
    },
    audience: event.audience,
    contact: { title: contact.title, email: contact.email ?? "", phone: contact.phone ?? "" },
    signUpWindow: { opensAt: wallTimeOf(event.signUpWindow.opensAt, venue.zone), closesAt: wallTimeOf(event.signUpWindow.closesAt, venue.zone) },
    needsApproval: event.needsApproval,
    oneSessionPerPerson: event.oneSessionPerPerson,
    questions: event.questions.map((question) => ({
      key: question.id,
      id: question.id,
      kind: question.kind,
      label: question.label,
      hint: question.hint ?? "",
      required: question.required,
      isRetired: question.isRetired,
      options: "options" in question ? question.options.map(({ id, label }) => ({ id, label })) : [],
    })),
    sessions: event.sessions.map((session) => {
      const starts = wallTimeOf(session.startsAt, venue.zone);
      const ends = wallTimeOf(session.endsAt, venue.zone);
      return {
        key: session.id,
        id: session.id,
        label: session.label ?? "",
        date: starts.slice(0, 10),
        startsAt: starts.slice(11),
        endsAt: ends.slice(11),
        lastDate: ends.slice(0, 10),
        capacity: session.capacity,
        partySizeLimit: session.partySizeLimit,
        waitlistLimit: session.waitlistLimit,
      };
    }),
  };
}
