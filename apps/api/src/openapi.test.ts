import { describe, expect, it } from "vitest";
import { adminRouteTable } from "./admin-app.ts";
import { describeApi } from "./openapi.ts";

type Json = Record<string, any>;
const description = JSON.parse(describeApi()) as Json;
const paths = description.paths ?? {};

describe("the API's description", () => {
  it("covers every route of the public and of the console", () => {
    const described = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods as object).map((method) => `${method} ${path}`));
    const publicRoutes = [
      "get /api/public/events",
      "get /api/public/events/{slug}",
      "post /api/public/sessions/{sessionId}/sign-ups",
      "get /api/public/sign-ups/{token}",
    ];
    const consoleRoutes = adminRouteTable.map(({ method, path }) => `${method} ${path}`);
    expect(described.sort()).toEqual([...publicRoutes, ...consoleRoutes].sort());
  });

  it("tells each route's refusals", () => {
    const statuses = Object.keys(paths["/api/public/sessions/{sessionId}/sign-ups"]?.post?.responses ?? {});
    expect(statuses).toEqual(["200", "201", "202", "400", "404", "409", "413", "415", "422", "429", "500", "503"]);
    for (const methods of Object.values(paths)) {
      for (const route of Object.values(methods as Record<string, Json>)) expect(JSON.stringify(route.responses)).toContain("application/problem+json");
    }
  });

  it("names the mark that whatever changes something in the console must carry, and asks it of nothing else", () => {
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, route] of Object.entries(methods as Record<string, Json>)) {
        const mark = (route.parameters ?? []).find((parameter: Json) => parameter.name === "x-requested-by");
        const isNeeded = path.startsWith("/api/admin") && method !== "get";
        expect([method, path, mark?.in, mark?.required]).toEqual([method, path, ...(isNeeded ? ["header", true] : [undefined, undefined])]);
      }
    }
    const made = paths["/api/admin/events"].post.parameters.map((parameter: Json) => parameter.name);
    expect(made).toEqual(["idempotency-key", "x-requested-by"]);
  });

  it("tells other sites of the facts that an event's page tells", () => {
    const { PublicEventDetail, PublicDetail } = description.components.schemas;
    expect(PublicEventDetail.properties.details.items).toEqual({ $ref: "#/components/schemas/PublicDetail" });
    expect(PublicEventDetail.required).toContain("details");
    expect(Object.keys(PublicDetail.properties)).toEqual(["name", "title", "value"]);
  });

  it("refers only to what it holds, and stays small", () => {
    const text = JSON.stringify(description);
    const referred = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1] ?? "");
    expect(referred.length).toBeGreaterThan(20);
    for (const name of referred) expect(description.components?.schemas, name).toHaveProperty(name);
    // Named schemas stand in it once: a route costs its own words, and not those of an event again.
    expect(text.length / adminRouteTable.length).toBeLessThan(4_000);
  });
});
