import type { Event, EventInput, Instant, OptionId, Question, QuestionId, SessionId } from "@cte-partnerships/domain";
import type * as z from "zod";
import { hostKey, hostOf } from "../../lib/host.ts";
import { instantOf, wallTimeOf } from "../../lib/zoned-time.ts";
import { type DetailTexts, detailsIn, detailTexts } from "./details-text.ts";

/**
 * An event as its form holds it: what stands in the fields, typed or not yet. Names and nesting are those of the domain's
 * `EventInput`, so that a fault at a path is a fault at a field. Times are what a clock at the venue shows.
 */
export interface EventFormValues {
  title: string;
  activityTypeId: string;
  details: DetailTexts;
  description: string;
  host: string;
  venue: {
    kind: "place" | "virtual" | "place_and_virtual";
    zone: string;
    place: { name: string; street: string; city: string; region: string; postalCode: string; boroughId: string; directions: string };
    online: { joinUrl: string; note: string };
  };
  audience: string;
  contact: { title: string; email: string; phone: string };
  signUpWindow: { opensAt: string; closesAt: string };
  needsApproval: boolean;
  oneSessionPerPerson: boolean;
  questions: QuestionFormValues[];
  sessions: SessionFormValues[];
}

export interface QuestionFormValues {
  /** Which row of the form this is, whatever its place. */
  key: string;
  /** Empty for one that was not saved yet: its id is made of its wording. */
  id: string;
  kind: Question["kind"];
  label: string;
  hint: string;
  required: boolean;
  isRetired: boolean;
  options: { id: string; label: string }[];
}

export interface SessionFormValues {
  key: string;
  /** Empty for one that was not saved yet. */
  id: string;
  label: string;
  /** `2026-12-01` */
  date: string;
  /** `09:30` */
  startsAt: string;
  endsAt: string;
  /** The day it ends; the same as `date` unless it goes over several days. */
  lastDate: string;
  capacity: number | string;
  partySizeLimit: number | string;
  waitlistLimit: number | string;
}

const emptyPlace: EventFormValues["venue"]["place"] = { name: "", street: "", city: "", region: "", postalCode: "", boroughId: "", directions: "" };
const emptyOnline: EventFormValues["venue"]["online"] = { joinUrl: "", note: "" };

/** A key for a row that was added in this form, or in one that was kept and is gone on with. */
export const newRowKey = (): string => `new-${crypto.randomUUID()}`;

export const emptyQuestion: Omit<QuestionFormValues, "key"> = { id: "", kind: "text", label: "", hint: "", required: false, isRetired: false, options: [] };

export const emptySession: Omit<SessionFormValues, "key"> = {
  id: "",
  label: "",
  date: "",
  startsAt: "",
  endsAt: "",
  lastDate: "",
  capacity: 20,
  partySizeLimit: 1,
  waitlistLimit: 10,
};

/** What a new event's form begins with. */
export const emptyEvent = (facts: { zone: string; host: string; office: string; now: Instant }): EventFormValues => ({
  title: "",
  activityTypeId: "",
  details: {},
  description: "",
  host: facts.host,
  venue: { kind: "place", zone: facts.zone, place: emptyPlace, online: emptyOnline },
  audience: "industry_partners",
  contact: { title: facts.office, email: "", phone: "" },
  signUpWindow: { opensAt: wallTimeOf(facts.now, facts.zone), closesAt: "" },
  needsApproval: false,
  oneSessionPerPerson: false,
  questions: [],
  sessions: [],
});

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

export const startOf = (session: SessionFormValues) => `${session.date}T${session.startsAt}`;
export const endOf = (session: SessionFormValues) => `${session.lastDate || session.date}T${session.endsAt}`;

const filled = <Key extends string>(key: Key, text: string): Partial<Record<Key, string>> =>
  text.trim() === "" ? {} : ({ [key]: text } as Record<Key, string>);
const numeric = (typed: number | string): number => (typed === "" ? Number.NaN : Number(typed));

/**
 * The form as the domain takes it; whether it does is the domain's to say. A time that means nothing is an empty text.
 *
 * @param before the event that the form was made from: a moment whose field was not touched stays the very same
 */
export function inputOf(values: EventFormValues, before?: Event): z.input<typeof EventInput> {
  const { zone } = values.venue;
  const known = before?.venue.zone === zone ? before : undefined;
  const moment = (wall: string, was?: Instant) => (instantOf(wall, zone, was) ?? "") as Instant;
  const { kind, place, online } = values.venue;
  const { directions, ...address } = place;
  const placed = { place: { ...address, region: place.region.trim().toUpperCase(), postalCode: place.postalCode.trim(), ...filled("directions", directions) } };
  const onlined = { online: { ...filled("joinUrl", online.joinUrl.trim()), ...filled("note", online.note) } };
  const venue = { kind, zone, ...(kind === "virtual" ? {} : placed), ...(kind === "place" ? {} : onlined) };
  const details = detailsIn(values.activityTypeId, values.details, before?.details);
  return {
    title: values.title,
    activityTypeId: values.activityTypeId,
    ...(details ? { details } : {}),
    description: values.description,
    host: hostOf(values.host),
    venue: venue as z.input<typeof EventInput>["venue"],
    audience: values.audience as z.input<typeof EventInput>["audience"],
    contact: { title: values.contact.title, ...filled("email", values.contact.email), ...filled("phone", values.contact.phone) },
    signUpWindow: {
      opensAt: moment(values.signUpWindow.opensAt, known?.signUpWindow.opensAt),
      closesAt: moment(values.signUpWindow.closesAt, known?.signUpWindow.closesAt),
    },
    needsApproval: values.needsApproval,
    oneSessionPerPerson: values.oneSessionPerPerson,
    questions: questionsOf(values.questions),
    sessions: values.sessions.map((session) => {
      const was = known?.sessions.find((candidate) => candidate.id === session.id);
      return {
        ...(session.id === "" ? {} : { id: session.id as SessionId }),
        ...filled("label", session.label),
        startsAt: moment(startOf(session), was?.startsAt),
        endsAt: moment(endOf(session), was?.endsAt),
        capacity: numeric(session.capacity),
        partySizeLimit: numeric(session.partySizeLimit),
        waitlistLimit: numeric(session.waitlistLimit),
      };
    }),
  };
}

/** New questions and options get their ids here, from their wording, and keep them from then on. */
function questionsOf(questions: readonly QuestionFormValues[]): z.input<typeof Question>[] {
  const ids = named(questions, "question");
  return questions.map(({ kind, label, hint, required, isRetired, options }, index) => {
    const common = { id: ids[index] as QuestionId, label, ...filled("hint", hint), required, isRetired };
    if (kind === "text" || kind === "yes_no") return { ...common, kind };
    const optionIds = named(options, "option");
    return { ...common, kind, options: options.map((option, at) => ({ id: optionIds[at] as OptionId, label: option.label })) };
  });
}

function named(rows: readonly { id: string; label: string }[], fallback: string): string[] {
  const taken = rows.map((row) => row.id).filter((id) => id !== "");
  return rows.map(({ id, label }) => {
    if (id !== "") return id;
    const word = wordFor(label, taken, fallback);
    taken.push(word);
    return word;
  });
}

/** A short stable word for a new question or option, made from its wording: `dietary-needs`, and `-2` where that is taken. */
export function wordFor(label: string, taken: readonly string[], fallback: string): string {
  const plain = label
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, 32)
    .replace(/-+$/, "");
  const word = plain === "" ? fallback : plain;
  if (!taken.includes(word)) return word;
  let count = 2;
  while (taken.includes(`${word}-${count}`)) count += 1;
  return `${word}-${count}`;
}
