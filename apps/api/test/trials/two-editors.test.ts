import { type Event, EventInput, type FieldPath, mergeFields, withField } from "@cte-partnerships/domain";
import { describe, expect, it } from "vitest";
import type { Deps } from "../../src/deps.ts";
import { editEvent } from "../../src/event/edit-event.ts";
import { findEvent } from "../../src/event/store.ts";
import { freshTable, patient, testDeps } from "../deps.ts";
import { actorWith, publishedEvent } from "../event-fixtures.ts";
import { chance as chanceFrom, withoutVersions } from "./faults.ts";
import { trial } from "./size.ts";

const { editingRounds: rounds } = trial;
const director = actorWith("director");

/** What a form would send back of this event. */
const inputOf = (event: Event): EventInput => {
  const {
    id: _,
    slug: _slug,
    version: _version,
    createdAt: _createdAt,
    status: _status,
    series: _series,
    ...kept
  } = event as Extract<Event, { status: "published" }>;
  const { publishedAt: _publishedAt, sessions, ...facts } = kept;
  return EventInput.parse({ ...facts, sessions: sessions.map(({ status: _s, sequence: _q, ...slot }) => slot) });
};

const fieldsOf = (event: EventInput): FieldPath[] => [
  ["title"],
  ["description"],
  ["contact", "title"],
  ["contact", "phone"],
  ["details", "firms"],
  ["questions", "q1", "label"],
  ["questions", "q2", "hint"],
  ...event.sessions.flatMap(({ id }) => (id ? ["label", "capacity", "waitlistLimit"].map((name) => ["sessions", id, name]) : [])),
];

const valueAt = (whole: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>(
    (value, part) => (Array.isArray(value) ? value.find(({ id }) => id === part) : (value as Record<string, unknown> | undefined)?.[part]),
    whole,
  );

/**
 * Two people edit one event, round after round: both read it, each changes a few fields, often some of the same, both save at once.
 * Whoever is refused puts their changes on top of what is there by then, field by field, and saves again.
 *
 * @returns changes that were said to be saved, were changed by nobody since, and are not there
 */
async function edit(deps: Deps, seed: number, rounds: number): Promise<{ lost: string[]; refused: number; conflicts: number }> {
  const next = chanceFrom(seed);
  const chance = (below: number) => Math.floor(next() * below);
  const { id } = await publishedEvent(deps, {
    questions: [
      { id: "q1", kind: "text", label: "One", required: false },
      { id: "q2", kind: "yes_no", label: "Two", required: false },
    ] as never,
  });
  const saved = new Map<string, { value: unknown; version: number }>();
  let added = 0;
  let [made, refused, conflicts] = [0, 0, 0];

  /** One person's changes of what they read. */
  const changed = (base: EventInput) => {
    const fields = fieldsOf(base);
    const changes = new Map<string, unknown>();
    let mine = base;
    for (let count = 1 + chance(3); count > 0; count--) {
      const path = fields[chance(fields.length)] ?? ["title"];
      made += 1;
      const value = ["capacity", "waitlistLimit"].includes(path.at(-1) ?? "") ? 100 + made : path.includes("firms") ? 1 + (made % 200) : `Change ${made}`;
      mine = withField(mine, path, value);
      changes.set(JSON.stringify(path), value);
    }
    let isLonger = false;
    const [first] = base.sessions;
    if (first && base.sessions.length < 8 && chance(20) === 0) {
      isLonger = true;
      mine = { ...mine, sessions: [...mine.sessions, { startsAt: first.startsAt, endsAt: first.endsAt, capacity: 10, partySizeLimit: 1, waitlistLimit: 0 }] };
    }
    return { mine, changes, isLonger };
  };

  const person = async (read: Event) => {
    let base = read;
    const { mine, changes, isLonger } = changed(inputOf(read));
    let input = mine;
    for (;;) {
      const answer = await editEvent(deps, { actor: director, eventId: id, version: base.version, input });
      if (answer.ok) {
        const { version } = answer.value;
        for (const [path, value] of changes) if (version > (saved.get(path)?.version ?? 0)) saved.set(path, { value, version });
        if (isLonger) added += 1;
        return;
      }
      if (answer.refusal.code !== "version_conflict") throw new Error(JSON.stringify(answer.refusal));
      refused += 1;
      const theirs = (await findEvent(deps, id)) as Event;
      const merge = mergeFields(inputOf(base), inputOf(theirs), input);
      conflicts += merge.conflicts.length;
      [base, input] = [theirs, merge.merged];
    }
  };

  const lost = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    const read = (await findEvent(deps, id)) as Event;
    await Promise.all([person(read), person(read)]);
    const now = inputOf((await findEvent(deps, id)) as Event);
    for (const [path, { value }] of saved) if (valueAt(now, JSON.parse(path)) !== value) lost.add(`${path} in round ${round}`);
    if (now.sessions.length !== 2 + added) lost.add(`a session in round ${round}`);
  }
  return { lost: [...lost], refused, conflicts };
}

describe("two editors of one event", () => {
  it(`lose no change in ${rounds} rounds: whatever was said to be saved is there until somebody changes it`, { timeout: 120_000 }, async () => {
    const deps = await testDeps({ table: await freshTable(undefined, patient) });
    const { lost, refused, conflicts } = await edit(deps, 7, rounds);
    expect(refused, "each round refuses one").toBeGreaterThanOrEqual(rounds * 0.8);
    expect(conflicts, "some of the same fields").toBeGreaterThan(rounds / 20);
    expect(lost).toEqual([]);
  });

  it("lose changes where a save does not look at the version: the control", { timeout: 120_000 }, async () => {
    const deps = await testDeps({ table: await freshTable(undefined, patient) });
    const { lost } = await edit({ ...deps, table: withoutVersions(deps.table) }, 7, 20);
    expect(lost.length).toBeGreaterThan(5);
  });
});
