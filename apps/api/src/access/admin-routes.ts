import type { Deps } from "../deps.ts";
import { Me } from "./contract.ts";
import { getMe } from "./get-me.ts";
import { adminRoute, adminRouter, guarded, refusals } from "./policy.ts";

export const accessRoutes = {
  me: adminRoute(
    { on: "self" },
    {
      method: "get",
      path: "/me",
      tags: ["Access"],
      summary: "Who is signed in, and what they may do",
      responses: { 200: { description: "The person who asks", content: { "application/json": { schema: Me } } }, ...refusals() },
    },
  ),
} as const;

/** The console's routes about the person who asks, under `/api/admin`. */
export const accessAdminRoutes = (deps: Deps) => adminRouter().openapi(guarded(deps, accessRoutes.me), (c) => c.json(getMe(deps, c.get("actor")), 200));
