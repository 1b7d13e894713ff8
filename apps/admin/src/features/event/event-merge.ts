import type { EventFormValues } from "./event-form-values.ts";

/** A part of an event that two clerks may both have changed, in the order of the form. */
export type Part = keyof EventFormValues;

export const partWords: Record<Part, string> = {
  title: "Title",
  activityTypeId: "Activity type",
  description: "Description",
  host: "Host",
  venue: "Venue",
  audience: "Audience",
  contact: "Contact",
  signUpWindow: "Sign-up window",
  needsApproval: "Approval",
  oneSessionPerPerson: "One session a person",
  questions: "Questions",
  sessions: "Sessions",
};

export interface PartConflict {
  part: Part;
  /** As both found it. */
  before: unknown;
  /** As the first of the two saved it. */
  first: unknown;
  /** As the second has it in the form, where they changed it too. */
  second?: unknown;
}

export interface Merge {
  /** What the first clerk changed, with what the second made of the same part. */
  changes: PartConflict[];
  /** The first one's event with the second one's changes on top: where both changed a part, the second one's stands. */
  onTop: EventFormValues;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Compares an event as both clerks found it with what each made of it. */
export function mergeEvent(before: EventFormValues, first: EventFormValues, second: EventFormValues): Merge {
  const changes: PartConflict[] = [];
  const onTop: Record<string, unknown> = { ...first };
  for (const part of Object.keys(partWords) as Part[]) {
    const secondChanged = !same(before[part], second[part]);
    if (secondChanged) onTop[part] = part === "sessions" ? sessionsOnTop(before, first, second) : second[part];
    if (!same(before[part], first[part])) {
      changes.push({ part, before: before[part], first: first[part], ...(secondChanged ? { second: second[part] } : {}) });
    }
  }
  return { changes, onTop: onTop as unknown as EventFormValues };
}

/** Sessions are merged one by one: two clerks often work on different ones. What the first one added or removed stays so. */
function sessionsOnTop(before: EventFormValues, first: EventFormValues, second: EventFormValues): EventFormValues["sessions"] {
  const byId = (values: EventFormValues) => new Map(values.sessions.filter((session) => session.id !== "").map((session) => [session.id, session]));
  const [was, theirs, mine] = [byId(before), byId(first), byId(second)];
  const kept = first.sessions.flatMap((session) => {
    const own = mine.get(session.id);
    const old = was.get(session.id);
    if (old && !own) return []; // the second one removed it
    return [own && old && !same(own, old) ? own : session];
  });
  const added = second.sessions.filter((session) => session.id === "");
  // Changed by the second while the first removed it: it comes back as a new one rather than getting lost.
  const revived = second.sessions
    .filter((session) => session.id !== "" && was.has(session.id) && !theirs.has(session.id) && !same(was.get(session.id), session))
    .map((session) => ({ ...session, id: "", key: `${session.id} again` }));
  return [...kept, ...revived, ...added];
}
