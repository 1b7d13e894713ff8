import { accept, type Result, refuse } from "../shared/result.ts";
import { hasId } from "./roster-id.ts";

/** Somebody on a roster, who is there in some of its slots. */
interface There {
  id: string;
  slotIds: string[];
}

/** Who drops out or comes back, and in which slots; in all where none is named. */
interface Coming {
  id: string;
  slotIds?: readonly string[] | undefined;
  isBack: boolean;
}

type Unknown = { code: "roster_id_unknown"; id: string };

/** People after one of them dropped out or came back. What is over stays as it was. */
export function outOrBack<Person extends There>(
  people: readonly Person[],
  { id, slotIds, isBack }: Coming,
  slots: readonly { id: string }[],
  slotIdsOver: readonly string[],
): Result<Person[], Unknown> {
  const all = slots.map((slot) => slot.id);
  const named = slotIds ?? all;
  const strange = hasId(people, id) ? named.find((slotId) => !all.includes(slotId)) : id;
  if (strange !== undefined) return refuse({ code: "roster_id_unknown", id: strange });
  const meant = named.filter((slotId) => !slotIdsOver.includes(slotId));
  const isThere = (slotId: string, was: boolean) => (meant.includes(slotId) ? isBack : was);
  return accept(
    people.map((person) => (person.id === id ? { ...person, slotIds: all.filter((slotId) => isThere(slotId, person.slotIds.includes(slotId))) } : person)),
  );
}

/** The slots without one that is lost. One that is over cannot be. */
export function withoutSlot<Slot extends { id: string }>(
  slots: readonly Slot[],
  slotId: string,
  slotIdsOver: readonly string[],
): Result<Slot[], Unknown | { code: "roster_slot_over"; id: string }> {
  if (!hasId(slots, slotId)) return refuse({ code: "roster_id_unknown", id: slotId });
  if (slotIdsOver.includes(slotId)) return refuse({ code: "roster_slot_over", id: slotId });
  return accept(slots.filter(({ id }) => id !== slotId));
}

/** What differs between two timetables: for each place in one of them, what was there and what is, where the two are not the same. */
export function movesBetween<Entry, Place extends object, Held>(
  before: readonly Entry[],
  after: readonly Entry[],
  { placeOf, heldOf, isSame }: { placeOf: (entry: Entry) => Place; heldOf: (entry: Entry) => Held; isSame: (one: Held, other: Held) => boolean },
): (Place & { from?: Held; to?: Held })[] {
  const keyOf = (entry: Entry) => Object.values(placeOf(entry)).join(" ");
  const was = new Map(before.map((entry) => [keyOf(entry), entry]));
  const is = new Map(after.map((entry) => [keyOf(entry), entry]));
  return [...new Map([...was, ...is])].flatMap(([key, entry]) => {
    const [from, to] = [was.get(key), is.get(key)];
    if (from && to && isSame(heldOf(from), heldOf(to))) return [];
    return [{ ...placeOf(entry), ...(from && { from: heldOf(from) }), ...(to && { to: heldOf(to) }) }];
  });
}
