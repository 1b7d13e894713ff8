import type { Event, EventInput, Instant, OptionId, Question, QuestionId, SessionId } from "@cte-partnerships/domain";
import type * as z from "zod";
import { hostOf } from "../../lib/host.ts";
import { instantOf } from "../../lib/zoned-time.ts";
import { detailsIn } from "./details-text.ts";
import { type EventFormValues, endOf, type QuestionFormValues, startOf } from "./event-form-values.ts";

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
