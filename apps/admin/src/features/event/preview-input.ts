import type { Event, EventInput } from "@cte-partnerships/domain";
import type * as z from "zod";
import { faultsIn, labelOf } from "./event-form-faults.ts";
import type { EventFormValues } from "./event-form-values.ts";
import { inputOf } from "./input-of.ts";

type Input = z.input<typeof EventInput>;

const inBrackets = (path: string): string => `(${labelOf(path).toLowerCase()})`;

/**
 * What stands in the form, so that it can be looked at while it is unfinished: what is missing says in brackets what will stand there,
 * and sessions that are not typed in full are left out. A borough, which is one of a few, is the one given. `faults` is what even so cannot be shown, by its field.
 */
export function previewInput(values: EventFormValues, event: Event | undefined, boroughId: string): { input: Input; faults: [string, string][] } {
  const faults = faultsIn(values, event);
  const isWrong = (path: string) => faults[path] !== undefined;
  const text = (path: string, typed: string, standIn = inBrackets(path)) => (isWrong(path) && typed.trim() === "" ? standIn : typed);
  const { venue, contact, signUpWindow } = values;
  const { place } = venue;
  const filled: EventFormValues = {
    ...values,
    title: text("title", values.title),
    contact: { ...contact, title: text("contact.title", contact.title) },
    signUpWindow: { ...signUpWindow, closesAt: text("signUpWindow.closesAt", signUpWindow.closesAt, later(signUpWindow.opensAt)) },
    venue: {
      ...venue,
      place: {
        ...place,
        name: text("venue.place.name", place.name),
        street: text("venue.place.street", place.street),
        city: text("venue.place.city", place.city),
        region: text("venue.place.region", place.region, "NY"),
        postalCode: text("venue.place.postalCode", place.postalCode, "10001"),
        boroughId: text("venue.place.boroughId", place.boroughId, boroughId),
      },
    },
    sessions: values.sessions.filter((_, index) => !Object.keys(faults).some((path) => path.startsWith(`sessions.${index}.`))),
    questions: values.questions.map((question, index) => ({
      ...question,
      label: text(`questions.${index}.label`, question.label),
      options: question.options.map((option, at) => ({ ...option, label: text(`questions.${index}.options.${at}.label`, option.label) })),
    })),
  };
  return { input: inputOf(filled, event), faults: Object.entries(faultsIn(filled, event)) };
}

/** Two weeks after a moment on the wall's clock. */
const later = (wall: string): string => {
  const time = Date.parse(`${wall}Z`);
  return Number.isNaN(time) ? "" : new Date(time + 14 * 86_400_000).toISOString().slice(0, 16);
};
