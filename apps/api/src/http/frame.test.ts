import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { testDeps } from "../../test/deps.ts";
import { readJson } from "./body.ts";
import { frame, type HttpEnv } from "./frame.ts";

const forever = () => new Promise<never>(() => undefined);

async function app(deadlineMilliseconds = 30_000) {
  const deps = await testDeps({ table: undefined as never });
  const framed = frame(new Hono<HttpEnv>(), deps, { maxBodyBytes: 100, deadlineMilliseconds })
    .get("/well/:secret", (c) => c.json({ ok: true }))
    .get("/broken", () => {
      throw new Error("canary: the password is swordfish");
    })
    .get("/outage", () => {
      throw Object.assign(new Error("canary"), { name: "Unavailable" });
    })
    .get("/slow", forever)
    .post("/echo", async (c) => c.json(await readJson(c, z.strictObject({ name: z.string() }))));
  return { deps, framed };
}

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  ({ method: "POST", body, duplex: "half", headers: { "content-type": "application/json", ...headers } }) as RequestInit;

const inChunks = (text: string) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const letter of text) controller.enqueue(new TextEncoder().encode(letter));
      controller.close();
    },
  });

describe("frame", () => {
  it("puts the same security headers on every answer", async () => {
    const { framed } = await app();
    const headers = Object.fromEntries((await framed.request("/well/1")).headers);
    expect(headers["x-request-id"]).toMatch(/^req_[0-9a-z]{26}$/);
    delete headers["x-request-id"];
    expect(headers).toMatchInlineSnapshot(`
      {
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
        "content-type": "application/json",
        "cross-origin-opener-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
        "referrer-policy": "strict-origin-when-cross-origin",
        "strict-transport-security": "max-age=31536000; includeSubDomains",
        "x-content-type-options": "nosniff",
      }
    `);
    for (const path of ["/broken", "/outage", "/nowhere"]) {
      const answer = await framed.request(path);
      expect([path, answer.headers.get("strict-transport-security")]).toEqual([path, "max-age=31536000; includeSubDomains"]);
      expect(answer.headers.get("x-request-id")).toMatch(/^req_/);
    }
  });

  it("answers what a route throws with a request id and nothing of its insides", async () => {
    const { framed, deps } = await app();
    const answer = await framed.request("/broken");
    expect(answer.status).toBe(500);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toEqual({
      type: "/problems#internal",
      title: "Something went wrong on our side",
      status: 500,
      code: "internal",
      requestId: answer.headers.get("x-request-id"),
    });
    expect(deps.log.lines.join()).not.toMatch(/canary|swordfish/);
    expect(deps.log.lines.join()).toContain(answer.headers.get("x-request-id") ?? "?");
  });

  it("answers an outage of the table, and whatever takes too long, 503 with Retry-After", async () => {
    const { framed } = await app(50);
    for (const path of ["/outage", "/slow"]) {
      const answer = await framed.request(path);
      expect([path, answer.status, answer.headers.get("retry-after")]).toEqual([path, 503, "2"]);
      expect(answer.headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
      expect(await answer.json()).toMatchObject({ code: "unavailable" });
    }
  });

  it("stops a body over the limit before it is parsed, also one in chunks or with a false length", async () => {
    const { framed } = await app();
    const long = JSON.stringify({ name: "x".repeat(100) });
    const tries = [
      post(long),
      post(long, { "content-length": "10" }),
      post(inChunks(long)),
      post(long, { "content-length": "1000", "content-type": "text/plain" }),
    ];
    for (const init of tries) expect((await framed.request("/echo", init)).status).toBe(413);
    expect((await framed.request("/echo", post(inChunks('{"name":"Ann"}')))).status).toBe(200);
  });

  it("answers a body that it cannot read 400 malformed, with the path beside the message, and repeats no value", async () => {
    const { framed } = await app();
    const errorsOf = async (body: BodyInit) => {
      const answer = await framed.request("/echo", post(body));
      expect(answer.status).toBe(400);
      return ((await answer.json()) as { errors: unknown }).errors;
    };
    expect(await errorsOf("{")).toEqual([{ path: "", message: "must be JSON" }]);
    expect(await errorsOf("")).toEqual([{ path: "", message: "must be JSON" }]);
    expect(await errorsOf(new Uint8Array([0x22, 0xff, 0x22]))).toEqual([{ path: "", message: "must be UTF-8" }]);
    expect(await errorsOf("{}")).toEqual([{ path: "name", message: "is needed" }]);
    expect(await errorsOf('{"name":7}')).toEqual([{ path: "name", message: "must be text" }]);
    expect(await errorsOf('{"name":"Ann","role":"director"}')).toEqual([{ path: "role", message: "is not a known field" }]);
    expect(await errorsOf('{"name":"Ann","<script>":1}')).toEqual([{ path: "?", message: "is not a known field" }]);
    expect(await errorsOf("[".repeat(50))).toEqual([{ path: "", message: "must be JSON" }]);
  });

  it("writes one line of log a request, with the route's pattern and never the path", async () => {
    const { framed, deps } = await app();
    await framed.request("/well/very-secret?name=canary");
    await framed.request("/ann@example.org");
    expect(deps.log.lines.map((line) => JSON.parse(line).route)).toEqual(["/well/:secret", "/*"]);
    expect(deps.log.lines.join()).not.toMatch(/secret[^"]|canary|example/);
  });
});
