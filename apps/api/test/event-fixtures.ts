import { type Actor, type Event, EventInput, GrantId, type Host, type Instant, minutesAfter, type Role, type Scope, UserId } from "@cte-partnerships/domain";
import type * as z from "zod";
import type { Deps } from "../src/deps.ts";
import { makeEvent } from "../src/event/make-event.ts";
import { publishEvent } from "../src/event/publish-event.ts";
import { makeIds } from "../src/ids.ts";

const ids = makeIds();

export const office: Host = { kind: "office" };
export const school = { kind: "school", schoolId: "sch_harbor-high" } as Host;
export const commission = { kind: "commission", commissionId: "cms_information-technology" } as Host;
export const otherCommission = { kind: "commission", commissionId: "cms_business-and-finance" } as Host;

/** Somebody with one role over one host's events, or over the whole city. */
export const actorWith = (role: Role, scope: Scope = { kind: "city" }): Actor => ({
  userId: UserId.parse(`usr_${ids.ulid()}`),
  grants: [{ id: GrantId.parse(`grt_${ids.ulid()}`), role, scope }],
});

/** What each kind of activity that tests make is asked about, so that it can be published. */
export const detailsOf: Record<string, Record<string, number | string[]>> = {
  "act_career-day": { firms: 12, groups: 6, minutesPerRotation: 20 },
  "act_workplace-tour": { students: 20, stops: ["Assembly"] },
};

export type EventFields = Partial<z.input<typeof EventInput>>;

/** An event that is ready to be published: two sessions of 40 in a week, sign-ups open since yesterday. */
export function eventInput(now: Instant, over: EventFields = {}): EventInput {
  const startsAt = minutesAfter(now, 7 * 24 * 60);
  const details = detailsOf[over.activityTypeId ?? "act_career-day"];
  const session = (hours: number) => ({
    startsAt: minutesAfter(startsAt, hours * 60),
    endsAt: minutesAfter(startsAt, hours * 60 + 60),
    capacity: 40,
    partySizeLimit: 4,
    waitlistLimit: 10,
  });
  return EventInput.parse({
    title: "Career Day at Harbor High",
    activityTypeId: "act_career-day",
    ...(details ? { details } : {}),
    description: "Come and tell what your firm does.",
    host: office,
    venue: {
      kind: "place",
      zone: "America/New_York",
      place: { name: "Harbor High School", street: "1 Invented Street", city: "Brooklyn", region: "NY", postalCode: "11201", boroughId: "bor_brooklyn" },
    },
    audience: "industry_partners",
    contact: { title: "Career Day desk" },
    signUpWindow: { opensAt: minutesAfter(now, -24 * 60), closesAt: minutesAfter(startsAt, -60) },
    needsApproval: false,
    oneSessionPerPerson: false,
    questions: [],
    sessions: [session(0), session(2)],
    ...over,
  });
}

const director = actorWith("director");
const by = { kind: "user", userId: director.userId } as const;

export async function draftEvent(deps: Deps, over: EventFields = {}, actor: Actor = director): Promise<Event> {
  const made = await makeEvent(deps, { actor, input: eventInput(deps.now(), over) });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}

export async function publishedEvent(deps: Deps, over: EventFields = {}): Promise<Event> {
  const draft = await draftEvent(deps, over);
  const published = await publishEvent(deps, { eventId: draft.id, version: draft.version, by });
  if (!published.ok) throw new Error(JSON.stringify(published.refusal));
  return published.value;
}
