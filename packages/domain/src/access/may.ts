import type { Host } from "../event/event.ts";
import type { Instant } from "../shared/instant.ts";
import type { Actor, Grant, Role, Scope } from "./grant.ts";

/** Everything in the console that somebody may or may not do, in the office's words. */
export const actions = {
  view_event: "See an event, also before it is published",
  make_event: "Make an event",
  edit_event: "Change an event",
  publish_event: "Publish an event",
  close_event: "Close and reopen sign-ups",
  cancel_event: "Cancel an event or a session",
  change_capacity: "Change a session's capacity",
  view_counts: "See how many signed up",
  view_people: "See who signed up (personal data), and what was changed at their event",
  add_sign_up: "Sign somebody up",
  decide_sign_up: "Approve and decline sign-ups",
  withdraw_sign_up: "Withdraw a sign-up for somebody",
  write_to_people: "Write to the people who signed up",
  export_people: "Export a roster (personal data)",
  view_grants: "See who has which role",
  give_grants: "Give and take roles",
  view_audit: "See who changed what, everywhere",
} as const;
/** The name of one thing that may be allowed or denied, as it stands in `actions`. */
export type Action = keyof typeof actions;

const everything = Object.keys(actions) as Action[];
const onEvents = [
  "view_event",
  "make_event",
  "edit_event",
  "view_counts",
  "view_people",
  "add_sign_up",
  "decide_sign_up",
  "withdraw_sign_up",
  "write_to_people",
] as const satisfies Action[];

/** What each role may do within the scope of its grant. Whatever is not written here is denied. */
export const actionsOf: ReadonlyMap<Role, ReadonlySet<Action>> = new Map<Role, ReadonlySet<Action>>([
  ["director", new Set(everything)],
  ["coordinator", new Set(everything.filter((action) => action !== "give_grants"))],
  ["chair", new Set<Action>([...onEvents, "publish_event", "close_event", "cancel_event", "change_capacity"])],
  ["school_coordinator", new Set<Action>(onEvents)],
  ["viewer", new Set<Action>(["view_event", "view_counts"])],
]);

/** What an action is about: one host's events, or the agency as a whole. */
export type Resource = { kind: "event"; host: Host } | { kind: "agency" };

const isInForce = (grant: Grant, now: Instant) => grant.expiresAt === undefined || now < grant.expiresAt;
const allows = (grant: Grant, action: Action) => actionsOf.get(grant.role)?.has(action) ?? false;

function covers(scope: Scope, resource: Resource): boolean {
  if (scope.kind === "city") return true;
  if (resource.kind !== "event") return false;
  const { host } = resource;
  if (scope.kind === "commission") return host.kind === "commission" && host.commissionId === scope.commissionId;
  if (scope.kind === "school") return host.kind === "school" && host.schoolId === scope.schoolId;
  // A kind of scope that this version does not know reaches nothing.
  return false;
}

/**
 * May this actor do this to this? Denied unless one grant in force allows the action and covers the resource.
 *
 * @example
 * may(chair, "publish_event", { kind: "event", host: chair.grants[0].scope }, now) // true
 * may(chair, "publish_event", { kind: "event", host: { kind: "office" } }, now) // false
 */
export function may(actor: Actor, action: Action, resource: Resource, now: Instant): boolean {
  return actor.grants.some((grant) => isInForce(grant, now) && allows(grant, action) && covers(grant.scope, resource));
}

/** How far an actor's right to an action reaches, for queries that must ask for nothing out of scope. */
export type Reach = { kind: "city" } | { kind: "hosts"; hosts: Exclude<Host, { kind: "office" }>[] };

/**
 * The hosts whose events this actor may do this to: everything, or a list that may be empty.
 *
 * @example
 * reachOf(chair, "view_event", now) // { kind: "hosts", hosts: [chair.grants[0].scope] }
 */
export function reachOf(actor: Actor, action: Action, now: Instant): Reach {
  const scopes = actor.grants.filter((grant) => isInForce(grant, now) && allows(grant, action)).map((grant) => grant.scope);
  if (scopes.some((scope) => scope.kind === "city")) return { kind: "city" };
  const hosts = new Map<string, Exclude<Host, { kind: "office" }>>();
  for (const scope of scopes) {
    if (scope.kind === "commission") hosts.set(scope.commissionId, { kind: "commission", commissionId: scope.commissionId });
    if (scope.kind === "school") hosts.set(scope.schoolId, { kind: "school", schoolId: scope.schoolId });
  }
  return { kind: "hosts", hosts: [...hosts.values()] };
}
