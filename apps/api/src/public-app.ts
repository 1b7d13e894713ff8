import { readFile } from "node:fs/promises";
import { Hono } from "hono";
import { activityPages } from "./activity/pages.tsx";
import type { Deps } from "./deps.ts";
import { eventPages } from "./event/pages.tsx";
import { eventPublicRoutes } from "./event/public-routes.ts";
import { frame, type HttpEnv } from "./http/frame.ts";
import { refusalPage } from "./http/layout.tsx";
import { problem } from "./http/problem.ts";
import { siteFiles } from "./http/site-files.tsx";
import { signUpFormPages } from "./sign-up/form-pages.tsx";
import { signUpManagePages } from "./sign-up/manage-pages.tsx";
import { signUpPublicRoutes } from "./sign-up/public-routes.ts";

/** Larger than any form of ours; what is larger still is not read. */
export const maxPublicBodyBytes = 32 * 1024;

export interface PublicAppOptions {
  /** The API's description as the build wrote it. */
  openApiFile?: URL;
}

/** What the public reaches: pages, JSON, and nothing that needs a session. */
export function buildPublicApp(deps: Deps, { openApiFile = new URL("../dist/openapi.json", import.meta.url) }: PublicAppOptions = {}): Hono<HttpEnv> {
  const app = frame(new Hono<HttpEnv>(), deps, {
    maxBodyBytes: maxPublicBodyBytes,
    openTo: "/api/public/*",
    answerRefusal: (c, refusal) => (c.req.path.startsWith("/api/") ? undefined : refusalPage(c, deps, refusal)),
  });
  app.route("/api/public/events", eventPublicRoutes(deps));
  app.route("/api/public", signUpPublicRoutes(deps));
  app.get("/api/openapi.json", async (c) => {
    const document = await readFile(openApiFile, "utf8").catch(() => undefined);
    if (document === undefined) return problem(c, { code: "not_found" });
    return c.body(document, 200, { "Content-Type": "application/json", "Cache-Control": "public, max-age=300", "Access-Control-Allow-Origin": "*" });
  });
  app.route("/", eventPages(deps));
  app.route("/", activityPages(deps));
  app.route("/", signUpFormPages(deps));
  app.route("/", signUpManagePages(deps));
  app.route("/", siteFiles(deps));
  return app;
}
