import { readFile } from "node:fs/promises";
import { Hono } from "hono";
import type { Deps } from "./deps.ts";
import { eventPublicRoutes } from "./event/public-routes.ts";
import { frame, type HttpEnv } from "./http/frame.ts";
import { problem } from "./http/problem.ts";
import { signUpPublicRoutes } from "./sign-up/public-routes.ts";

/** Larger than any form of ours; what is larger still is not read. */
export const maxPublicBodyBytes = 32 * 1024;

export interface PublicAppOptions {
  /** The API's description as the build wrote it. */
  openApiFile?: URL;
}

/** What the public reaches: pages, JSON, and nothing that needs a session. */
export function buildPublicApp(deps: Deps, { openApiFile = new URL("../dist/openapi.json", import.meta.url) }: PublicAppOptions = {}) {
  const app = frame(new Hono<HttpEnv>(), deps, { maxBodyBytes: maxPublicBodyBytes, openTo: "/api/public/*" });
  app.route("/api/public/events", eventPublicRoutes(deps));
  app.route("/api/public", signUpPublicRoutes(deps));
  app.get("/api/openapi.json", async (c) => {
    const document = await readFile(openApiFile, "utf8").catch(() => undefined);
    if (document === undefined) return problem(c, { code: "not_found" });
    c.header("Access-Control-Allow-Origin", "*");
    return c.body(document, 200, { "Content-Type": "application/json", "Cache-Control": "public, max-age=300" });
  });
  return app;
}
