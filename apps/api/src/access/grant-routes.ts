import { GrantId, UserId } from "@cte-partnerships/domain";
import * as z from "zod";
import type { Deps } from "../deps.ts";
import type { Refusal } from "../http/problem.ts";
import { changeExpiry } from "./change-expiry.ts";
import { giveGrantAs } from "./give-grant.ts";
import { AccessUser, AccessUserList, AccessUserQuery, CouldSee, CouldSeeQuery, ExpiryInput, GrantInput, GrantVersion, InviteInput } from "./grant-contract.ts";
import { invite } from "./invite.ts";
import { findAccessUser, listAccessUsers } from "./list-users.ts";
import { adminRoute, adminRouter, guarded, refusals, refused } from "./policy.ts";
import { signOutEverywhere } from "./sign-out.ts";
import { takeGrant } from "./take-grant.ts";
import { whoCouldSee } from "./who-could-see.ts";

const UserPath = z.object({ userId: UserId });
const GrantPath = z.object({ userId: UserId, grantId: GrantId });
const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ content: json(schema), required: true as const });
const person = { description: "The person as they now stand", content: json(AccessUser) };
const gives = { action: "give_grants", on: "agency" } as const;

export const grantRoutes = {
  list: adminRoute(
    { action: "view_grants", on: "agency" },
    {
      method: "get",
      path: "/users",
      tags: ["Access"],
      summary: "Who has signed in or was invited, and their grants, a page at a time",
      request: { query: AccessUserQuery },
      responses: { 200: { description: "A page of people", content: json(AccessUserList) }, ...refusals("cursor_invalid") },
    },
  ),
  invite: adminRoute(gives, {
    method: "post",
    path: "/users",
    tags: ["Access"],
    summary: "Invites somebody by address, with a role that waits for them",
    request: { body: body(InviteInput) },
    responses: { 201: person, ...refusals("reference_unknown", "expiry_not_ahead", "already_joined", "own_grant") },
  }),
  give: adminRoute(gives, {
    method: "post",
    path: "/users/{userId}/grants",
    tags: ["Access"],
    summary: "Gives a person a role within a scope",
    request: { params: UserPath, body: body(GrantInput) },
    responses: { 201: person, ...refusals("user_unknown", "reference_unknown", "expiry_not_ahead", "own_grant") },
  }),
  changeExpiry: adminRoute(gives, {
    method: "post",
    path: "/users/{userId}/grants/{grantId}/expiry",
    tags: ["Access"],
    summary: "Lets a grant end at another moment, or never",
    request: { params: GrantPath, body: body(ExpiryInput) },
    responses: { 200: person, ...refusals("grant_unknown", "version_conflict", "last_director", "expiry_not_ahead", "own_grant") },
  }),
  end: adminRoute(gives, {
    method: "post",
    path: "/users/{userId}/grants/{grantId}/end",
    tags: ["Access"],
    summary: "Takes a role from a person",
    request: { params: GrantPath, body: body(GrantVersion) },
    responses: { 200: person, ...refusals("grant_unknown", "version_conflict", "last_director") },
  }),
  signOutEverywhere: adminRoute(gives, {
    method: "post",
    path: "/users/{userId}/sign-out-everywhere",
    tags: ["Access"],
    summary: "Ends all of a person's sessions",
    request: { params: UserPath },
    responses: { 204: { description: "They are signed out" }, ...refusals("user_unknown") },
  }),
  couldSee: adminRoute(
    { action: "view_grants", on: "agency" },
    {
      method: "get",
      path: "/could-see",
      tags: ["Access"],
      summary: "Who could see what on a day: of a person, or of an event, a commission or a school",
      request: { query: CouldSeeQuery },
      responses: { 200: { description: "The grants in force", content: json(CouldSee) }, ...refusals("user_unknown", "event_unknown", "reference_unknown") },
    },
  ),
} as const;

/** A scope that the agency does not have is told at its field. */
const told = (refusal: { code: "scope_unknown" } | Refusal, path = "scope"): Refusal =>
  refusal.code === "scope_unknown" ? { code: "reference_unknown", errors: [{ path, message: "is not known to the agency" }] } : (refusal as Refusal);

/** The console's routes about everybody's access, under `/api/admin/access`. */
export function grantAdminRoutes(deps: Deps) {
  const asTheyStand = async (userId: UserId) => {
    const user = await findAccessUser(deps, userId);
    if (!user) throw new Error("a person is gone whom nobody can take away");
    return user;
  };
  return adminRouter()
    .openapi(guarded(deps, grantRoutes.list), async (c) => {
      const listed = await listAccessUsers(deps, { actorId: c.get("actor").userId, ...c.req.valid("query") });
      return listed.ok ? c.json(listed.value, 200) : refused(c, listed.refusal);
    })
    .openapi(guarded(deps, grantRoutes.invite), async (c) => {
      const invited = await invite(deps, c.get("actor").userId, c.req.valid("json"));
      return invited.ok ? c.json(await asTheyStand(invited.value.userId), 201) : refused(c, told(invited.refusal));
    })
    .openapi(guarded(deps, grantRoutes.give), async (c) => {
      const { userId } = c.req.valid("param");
      const given = await giveGrantAs(deps, c.get("actor").userId, { userId, ...c.req.valid("json") });
      return given.ok ? c.json(await asTheyStand(userId), 201) : refused(c, told(given.refusal));
    })
    .openapi(guarded(deps, grantRoutes.changeExpiry), async (c) => {
      const { version, expiresAt } = c.req.valid("json");
      const { userId, grantId } = c.req.valid("param");
      const changed = await changeExpiry(deps, { actorId: c.get("actor").userId, userId, grantId, version, expiresAt });
      return changed.ok ? c.json(await asTheyStand(userId), 200) : refused(c, changed.refusal);
    })
    .openapi(guarded(deps, grantRoutes.end), async (c) => {
      const { userId, grantId } = c.req.valid("param");
      const by = { kind: "user", userId: c.get("actor").userId } as const;
      const taken = await takeGrant(deps, { userId, grantId, ...c.req.valid("json"), by });
      return taken.ok ? c.json(await asTheyStand(userId), 200) : refused(c, taken.refusal);
    })
    .openapi(guarded(deps, grantRoutes.signOutEverywhere), async (c) => {
      const ended = await signOutEverywhere(deps, c.get("actor").userId, c.req.valid("param").userId);
      return ended.ok ? c.body(null, 204) : refused(c, ended.refusal);
    })
    .openapi(guarded(deps, grantRoutes.couldSee), async (c) => {
      const seen = await whoCouldSee(deps, c.req.valid("query"));
      return seen.ok ? c.json(seen.value, 200) : refused(c, told(seen.refusal, "of"));
    });
}
