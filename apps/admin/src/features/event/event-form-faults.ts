import { type Details, type Event, EventInput, faultsInDetails, type Instant, type PublishFault, publishFaults } from "@cte-partnerships/domain";
import { activityTypeOf, detailParts, titleOfDetail } from "../../lib/activity-types.ts";
import { meaningOf } from "../../lib/zoned-time.ts";
import { boundsInWords } from "./details-text.ts";
import { type EventFormValues, endOf, startOf } from "./event-form-values.ts";
import { fieldLabel } from "./field-label.ts";
import { inputOf } from "./input-of.ts";

/** Faults by the path of their field: `sessions.0.endsAt`. */
export type Faults = Record<string, string>;

/** The domain's messages follow a field's name: "Title *is needed*". Those of zod itself are put into the same words. */
function words(message: string, value: unknown): string {
  if (value === "" || value === undefined || (typeof value === "number" && Number.isNaN(value))) return "is needed";
  return /^(must|is|has|needs|comes|does)/.test(message) ? message : "does not fit";
}

const at = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], root);

/** Everything that keeps the form from being saved, from the domain's own schema. Nothing where it can be. */
export function faultsIn(values: EventFormValues, before?: Event): Faults {
  const faults: Faults = {};
  const input = inputOf(values, before);
  const parsed = EventInput.safeParse(input);
  for (const issue of parsed.error?.issues ?? []) {
    const path = issue.path.join(".");
    faults[path] ??= words(issue.message, at(input, issue.path));
  }
  Object.assign(faults, detailFaults(values.activityTypeId, input.details), timeFaults(values));
  return faults;
}

/** Details that their type does not take. What is still missing only blocks publishing. */
function detailFaults(activityTypeId: string, details: Details | undefined): Faults {
  const type = activityTypeOf(activityTypeId);
  const parts = detailParts(type);
  const faults: Faults = {};
  for (const { path, reason, message } of faultsInDetails(type, details)) {
    if (reason === "detail_missing") continue;
    const field = parts.find(({ key }) => key === path[1])?.field;
    faults[`details.${path[1]}`] = field ? boundsInWords(field) : message;
  }
  return faults;
}

/** Times that no clock at the venue ever shows: the hour that is leapt over in spring. And those not typed in full. */
function timeFaults({ venue, signUpWindow, sessions }: EventFormValues): Faults {
  const faults: Faults = {};
  const check = (path: string, wall: string) => {
    const meaning = meaningOf(wall, venue.zone);
    if (meaning === undefined) faults[path] = "is needed";
    else if (meaning.kind === "never") faults[path] = "is a time that does not exist on that day, when clocks go forward: choose an hour later";
  };
  check("signUpWindow.opensAt", signUpWindow.opensAt);
  check("signUpWindow.closesAt", signUpWindow.closesAt);
  sessions.forEach((session, index) => {
    const path = `sessions.${index}`;
    if (session.date === "") faults[`${path}.date`] = "is needed";
    // Without its date no time means anything: only the fields that are empty are faults.
    const start = session.date === "" ? `2001-01-01T${session.startsAt}` : startOf(session);
    const end = session.date === "" && session.lastDate === "" ? `2001-01-01T${session.endsAt}` : endOf(session);
    check(`${path}.startsAt`, start);
    check(`${path}.endsAt`, end);
  });
  return faults;
}

/** What would block publishing what stands in the form now, beside what blocks saving it. */
export function publishFaultsIn(values: EventFormValues, before: Event | undefined, now: Instant): PublishFault[] {
  const input = inputOf(values, before);
  // Only what the domain's check reads. Fields that cannot be saved as they are have a fault of their own.
  const sessions = input.sessions.flatMap((session, index) => {
    const was = before?.sessions.find((known) => known.id === session.id);
    return session.startsAt === "" ? [] : [{ ...session, index, status: was?.status ?? "scheduled" }];
  });
  const event = { description: values.description.trim(), details: input.details, sessions, signUpWindow: input.signUpWindow } as unknown as Event;
  return publishFaults(event, now, activityTypeOf(values.activityTypeId))
    .filter(({ path }) => path[0] !== "signUpWindow" || input.signUpWindow.closesAt !== "")
    .filter(({ reason }) => reason !== "no_sessions" || values.sessions.length === 0)
    .map((fault) => {
      const index = typeof fault.path[1] === "number" ? sessions[fault.path[1]]?.index : undefined;
      return index === undefined ? fault : { ...fault, path: [fault.path[0] ?? "", index, ...fault.path.slice(2)] };
    });
}

/** What a field is called, for the summary of faults: `Session 2, end`. Details have their own titles. */
export function labelOf(path: string): string {
  const [head, name] = path.split(".");
  return head === "details" && name !== undefined ? titleOfDetail(name) : fieldLabel(path);
}

/** A message of the domain, which follows a field's name, as a sentence beside the field. */
export function sentence(words: string): string {
  const whole = /^(is|has|needs|does) /.test(words) ? `This ${words}` : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}

/** Where a fault is shown: paths that have no field of their own stand at the field that they are about. */
export function fieldOf(path: string): string {
  if (path.startsWith("host.")) return "host";
  return path.replace(/^(questions\.\d+\.options\.\d+)\.(?:label|id)$/, "$1.label").replace(/^(questions\.\d+)\.(?:id|kind)$/, "$1.label");
}
