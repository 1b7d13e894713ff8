import { type FieldConflict, type FieldMerge, type FieldPath, isSame, mergeFields, withField } from "@cte-partnerships/domain";
import { type EventFormValues, newRowKey } from "./event-form-values.ts";
import { type Cancelled, mergeCancelled, noneCancelled, withMadeAnew } from "./merge-cancelled.ts";
import type { BothChanged, MergeRow } from "./merge-row.ts";

export interface FormMerge {
  /** Both made something else of it: the second chooses, and until then their own stands. */
  both: BothChanged[];
  /** The second has not touched it: it is taken over by itself. */
  onlyTheirs: MergeRow[];
  /** The first one's event with the second one's changes on top. */
  merged: EventFormValues;
  theirs: EventFormValues;
}

export type Choices = Readonly<Record<string, "mine" | "theirs">>;

/** Two clerks' changes of one event, put together field by field; sessions and questions are known by their ids. */
export function mergeForm(base: EventFormValues, theirs: EventFormValues, own: EventFormValues, cancelled: Cancelled = noneCancelled): FormMerge {
  const calledOff = mergeCancelled(base, own, cancelled);
  const mine = {
    ...own,
    sessions: notYetThere(base.sessions, theirs.sessions, calledOff.mine),
    questions: notYetThere(base.questions, theirs.questions, own.questions),
  };
  // A form holds the fields of every kind of venue side by side: which kind is chosen is one field among them.
  const merge: FieldMerge<EventFormValues> = mergeFields(base, theirs, mine, { tags: [] });
  const conflicts = new Map(merge.conflicts.map((conflict) => [idOf(conflict.path), conflict]));
  const shown = [...merge.conflicts, ...merge.changes.filter(({ path }) => !conflicts.has(idOf(path)))].filter(({ path }) => path.at(-1) !== "key");
  const rows = shown.filter(({ path }) => !followsItsDate(path, conflicts, shown));
  const withFollowers = <Row extends { path: FieldPath }>(row: Row) => {
    const follower = row.path.at(-1) === "date" ? conflicts.get(idOf([...row.path.slice(0, -1), "lastDate"])) : undefined;
    return { ...row, id: idOf(row.path), follows: follower ? [follower] : [] };
  };
  return {
    both: [...calledOff.both, ...rows.filter((row): row is FieldConflict => conflicts.has(idOf(row.path))).map(withFollowers)],
    // What a conflict stands for as a whole is not told again field by field.
    onlyTheirs: [
      ...calledOff.onlyTheirs,
      ...rows.filter(({ path }) => ![...conflicts.values()].some((conflict) => isWithin(path, conflict.path))).map(withFollowers),
    ],
    merged: merge.merged,
    theirs,
  };
}

/**
 * Mine without new rows that the other's event has just as they are, under ids of their own: they come from a save whose answer never
 * reached this console, and would stand twice.
 */
function notYetThere<Row extends { id: string }>(base: readonly Row[], theirs: readonly Row[], mine: readonly Row[]): Row[] {
  const known = new Set(base.map(({ id }) => id));
  const added = theirs.filter(({ id }) => id !== "" && !known.has(id)).map(asTyped);
  return mine.filter((row) => {
    const at = row.id === "" ? added.findIndex((each) => isSame(each, asTyped(row))) : -1;
    if (at >= 0) added.splice(at, 1);
    return at < 0;
  });
}

/** What somebody typed of a row, without the ids of it and of what is in it. */
const asTyped = (row: object): unknown => JSON.parse(JSON.stringify(row, (name, value: unknown) => (name === "id" || name === "key" ? undefined : value)));

/** What was kept of a form, and on top of it what was typed in the same form before somebody went on with it. */
export const withTyped = (clean: EventFormValues, kept: EventFormValues, typed: EventFormValues): EventFormValues => mergeForm(clean, kept, typed).merged;

const idOf = (path: FieldPath): string => path.join("/");
const isWithin = (path: FieldPath, around: FieldPath): boolean => around.every((step, index) => path[index] === step);

/** A session's last day goes along with its first: one of the two is enough to be asked about. */
function followsItsDate(path: FieldPath, conflicts: ReadonlyMap<string, unknown>, all: readonly { path: FieldPath; theirs: unknown }[]): boolean {
  if (path.at(-1) !== "lastDate") return false;
  const first = idOf([...path.slice(0, -1), "date"]);
  const [own, other] = [all.find((row) => idOf(row.path) === idOf(path)), all.find((row) => idOf(row.path) === first)];
  return own !== undefined && other !== undefined && own.theirs === other.theirs && conflicts.has(first) === conflicts.has(idOf(path));
}

/** What the form then holds: each field that both changed as it was chosen. */
export function withChoices({ both, merged, theirs }: FormMerge, choices: Choices): EventFormValues {
  const chosen = both
    .filter(({ id, isCancelled }) => choices[id] === "theirs" && !isCancelled)
    .flatMap((row) => [row, ...row.follows])
    .reduce((values, { path, theirs }) => withField(values, path, theirs), merged);
  const known = new Set(theirs.sessions.map(({ id }) => id));
  const madeAnew = both.filter(({ id, isCancelled }) => isCancelled && choices[id] !== "theirs");
  // One that the first removed and the second had changed comes back as a new one: its old id is gone for good.
  const sessions = chosen.sessions.map((session) => (session.id === "" || known.has(session.id) ? session : { ...session, id: "", key: newRowKey() }));
  return { ...chosen, sessions: withMadeAnew(sessions, madeAnew) };
}
