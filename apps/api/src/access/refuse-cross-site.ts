import type { MiddlewareHandler } from "hono";
import type { Deps } from "../deps.ts";
import { problem } from "../http/problem.ts";

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Holds requests that change something to the console itself. A page elsewhere can make a browser send the cookie, but
 * neither a header of its own (`x-requested-by`) without being asked for leave first, nor another origin than its own.
 * The form check of the usual library passes JSON from other sites, so it would not do.
 */
export function refuseCrossSite({ config }: Pick<Deps, "config">): MiddlewareHandler {
  return async (c, next) => {
    if (safe.has(c.req.method)) return next();
    const origin = c.req.header("origin");
    const site = c.req.header("sec-fetch-site");
    const isOurs =
      c.req.header("x-requested-by") === "console" &&
      (origin === undefined || origin === config.consoleOrigin) &&
      (site === undefined || site === "same-origin");
    return isOurs ? next() : problem(c, { code: "cross_site" });
  };
}
