import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commissionId, exampleActor, exampleGrant, frozen, moments, schoolId } from "../../test/examples.ts";
import type { Host } from "../event/event.ts";
import { minutesAfter } from "../shared/instant.ts";
import { Grant, Role, type Scope } from "./grant.ts";
import { type Action, actions, actionsOf, may, type Resource, reachOf } from "./may.ts";

/**
 * Who may do what, written down a second time on purpose: a change to the rules shows here as a change to one line.
 * D director, C coordinator, H chair, S school coordinator, V viewer.
 */
const golden: Record<Action, string> = {
  view_event: "DCHSV",
  make_event: "DCHS-",
  edit_event: "DCHS-",
  publish_event: "DCH--",
  close_event: "DCH--",
  cancel_event: "DCH--",
  change_capacity: "DCH--",
  view_counts: "DCHSV",
  view_people: "DCHS-",
  add_sign_up: "DCHS-",
  decide_sign_up: "DCHS-",
  withdraw_sign_up: "DCHS-",
  write_to_people: "DCHS-",
  export_people: "DC---",
  view_grants: "DC---",
  give_grants: "D----",
  view_audit: "DC---",
};
const roles = ["director", "coordinator", "chair", "school_coordinator", "viewer"] as const satisfies readonly Role[];
const allActions = Object.keys(golden) as Action[];

const hosts = {
  office: { kind: "office" },
  commission: { kind: "commission", commissionId: commissionId("information-technology") },
  otherCommission: { kind: "commission", commissionId: commissionId("business-and-finance") },
  school: { kind: "school", schoolId: schoolId("harbor") },
  otherSchool: { kind: "school", schoolId: schoolId("hill") },
} as const satisfies Record<string, Host>;
const eventOf = (host: Host): Resource => ({ kind: "event", host });
const agency: Resource = { kind: "agency" };
const resources: Record<string, Resource> = { ...Object.fromEntries(Object.entries(hosts).map(([name, host]) => [name, eventOf(host)])), agency };

/** What each scope reaches. */
const reached: [string, Scope, string[]][] = [
  ["the city", { kind: "city" }, Object.keys(resources)],
  ["a commission", hosts.commission, ["commission"]],
  ["a school", hosts.school, ["school"]],
];
const { now } = moments;

describe("may", () => {
  const cases = roles.flatMap((role, column) => allActions.map((action) => [role, action, golden[action][column] !== "-"] as const));

  it("knows each role and each action", () => {
    expect(Role.options).toEqual(roles);
    expect([...actionsOf.keys()]).toEqual(roles);
    expect(Object.keys(actions)).toEqual(allActions);
  });

  it.each(cases)("%s, %s: %s, within the grant's scope and nowhere else", (role, action, isAllowed) => {
    for (const [, scope, names] of reached) {
      const actor = frozen(exampleActor(exampleGrant(role, scope)));
      for (const [name, resource] of Object.entries(resources))
        expect([name, may(actor, action, resource, now)]).toEqual([name, isAllowed && names.includes(name)]);
    }
  });

  it.each(cases)("%s, %s: denied once the grant has expired", (role, action, isAllowed) => {
    const actor = exampleActor(exampleGrant(role, { kind: "city" }, now));
    expect(may(actor, action, agency, minutesAfter(now, -1))).toBe(isAllowed);
    expect(may(actor, action, agency, now)).toBe(false);
    expect(may(actor, action, agency, minutesAfter(now, 1))).toBe(false);
  });

  it.each(allActions)("%s is denied to somebody without a grant", (action) => {
    for (const resource of Object.values(resources)) expect(may(exampleActor(), action, resource, now)).toBe(false);
  });

  it("needs one grant that both allows and covers: two halves make no right", () => {
    const actor = exampleActor(exampleGrant("viewer", { kind: "city" }), exampleGrant("chair", hosts.commission));
    expect(may(actor, "publish_event", eventOf(hosts.commission), now)).toBe(true);
    expect(may(actor, "publish_event", eventOf(hosts.school), now)).toBe(false);
    expect(may(actor, "view_event", eventOf(hosts.school), now)).toBe(true);
  });

  it("is not widened by a grant that has expired beside one that has not", () => {
    const actor = exampleActor(exampleGrant("director", { kind: "city" }, now), exampleGrant("viewer", { kind: "city" }));
    expect(may(actor, "give_grants", agency, now)).toBe(false);
    expect(may(actor, "view_event", agency, now)).toBe(true);
  });

  const words = ["__proto__", "constructor", "toString", "has", "", "DIRECTOR", "director ", "admin", "*"];
  it.each(words)("denies whatever it does not know: %j", (word) => {
    const city: Scope = { kind: "city" };
    expect(may(exampleActor(exampleGrant(word as Role, city)), "view_event", agency, now)).toBe(false);
    expect(may(exampleActor(exampleGrant("director", city)), word as Action, agency, now)).toBe(false);
    expect(may(exampleActor(exampleGrant("director", { kind: word } as unknown as Scope)), "view_event", eventOf(hosts.school), now)).toBe(false);
    expect(
      may(exampleActor(exampleGrant("director", { kind: word } as unknown as Scope)), "view_event", eventOf({ kind: "school" } as unknown as Host), now),
    ).toBe(false);
    expect(may(exampleActor(exampleGrant("director", hosts.school)), "view_event", { kind: word, host: hosts.school } as unknown as Resource, now)).toBe(false);
    expect(may(exampleActor(exampleGrant("director", hosts.school)), "view_event", eventOf({ kind: word } as unknown as Host), now)).toBe(false);
  });

  it("does not mistake a commission for a school of the same word", () => {
    const actor = exampleActor(exampleGrant("chair", { kind: "commission", commissionId: commissionId("harbor") }));
    expect(may(actor, "view_event", eventOf(hosts.school), now)).toBe(false);
    const mixed = { kind: "school", commissionId: commissionId("harbor"), schoolId: schoolId("hill") } as unknown as Host;
    expect(may(actor, "view_event", eventOf(mixed), now)).toBe(false);
    const turned = { kind: "commission", commissionId: commissionId("hill"), schoolId: schoolId("harbor") } as unknown as Host;
    expect(may(exampleActor(exampleGrant("school_coordinator", hosts.school)), "view_event", eventOf(turned), now)).toBe(false);
  });
});

describe("reachOf", () => {
  it("is the whole city for a grant over the city", () => {
    expect(reachOf(exampleActor(exampleGrant("chair", hosts.commission), exampleGrant("viewer", { kind: "city" })), "view_event", now)).toEqual({
      kind: "city",
    });
  });

  it("lists the hosts of the grants that allow it and are in force, each once", () => {
    const actor = exampleActor(
      exampleGrant("chair", hosts.commission),
      exampleGrant("school_coordinator", hosts.commission),
      exampleGrant("school_coordinator", hosts.school),
      exampleGrant("viewer", hosts.otherSchool),
      exampleGrant("chair", hosts.otherCommission, now),
    );
    expect(reachOf(actor, "make_event", now)).toEqual({ kind: "hosts", hosts: [hosts.commission, hosts.school] });
    expect(reachOf(actor, "view_event", now)).toEqual({ kind: "hosts", hosts: [hosts.commission, hosts.school, hosts.otherSchool] });
    expect(reachOf(actor, "give_grants", now)).toEqual({ kind: "hosts", hosts: [] });
  });

  it("is nothing without a grant", () => {
    expect(reachOf(exampleActor(), "view_event", now)).toEqual({ kind: "hosts", hosts: [] });
  });

  it("reaches exactly the events that may says, for whatever grants", () => {
    const scope = fc.constantFrom<Scope>({ kind: "city" }, hosts.commission, hosts.otherCommission, hosts.school, hosts.otherSchool);
    const grant = fc
      .record({ role: fc.constantFrom(...roles), scope, isExpired: fc.boolean() })
      .map(({ role, scope, isExpired }) => exampleGrant(role, scope, isExpired ? now : undefined));
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 5 }), fc.constantFrom(...allActions), (grants, action) => {
        const actor = frozen(exampleActor(...grants));
        const reach = reachOf(actor, action, now);
        for (const host of Object.values(hosts)) {
          const isReached = reach.kind === "city" || reach.hosts.some((one) => JSON.stringify(one) === JSON.stringify(host));
          expect(may(actor, action, eventOf(host), now)).toBe(isReached);
        }
        expect(may(actor, action, agency, now)).toBe(reach.kind === "city");
      }),
    );
  });
});

describe("Grant", () => {
  const city = { kind: "city" } as const;
  it.each([
    ["for good", exampleGrant("viewer", city), true],
    ["until a moment", exampleGrant("viewer", city, now), true],
    ["of an unknown role", { ...exampleGrant("viewer", city), role: "admin" }, false],
    ["over an unknown scope", { ...exampleGrant("viewer", city), scope: { kind: "borough" } }, false],
    ["over the city and a school", { ...exampleGrant("viewer", city), scope: { kind: "city", schoolId: schoolId() } }, false],
    ["with something else", { ...exampleGrant("viewer", city), isSuper: true }, false],
  ])("%s: %s", (_, grant, isGrant) => {
    expect(Grant.safeParse(grant).success).toBe(isGrant);
  });
});
