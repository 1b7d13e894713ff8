import { Hono } from "hono";
import { expect, it } from "vitest";
import { problem, type Refusal } from "./problem.ts";

const answered = async (refusal: Refusal, headers?: Record<string, string>) => {
  const response = await new Hono().get("/", (c) => problem(c, refusal, headers)).request("/");
  return { status: response.status, retryAfter: response.headers.get("retry-after"), body: await response.json() };
};

it("tells with a limit how many there may be and when to try again, as facts and as the header that programs go by", async () => {
  expect(await answered({ code: "too_many_messages", most: 60, retryAfterSeconds: 5400 })).toMatchObject({
    status: 429,
    retryAfter: "5400",
    body: { code: "too_many_messages", most: 60, retryAfterSeconds: 5400 },
  });
});

it("says a moment where a refusal passes by itself and knows no more, what its door says where it does, and nothing where trying again is no use", async () => {
  expect((await answered({ code: "unavailable" })).retryAfter).toBe("2");
  expect((await answered({ code: "rate_limited" }, { "Retry-After": "17" })).retryAfter).toBe("17");
  expect((await answered({ code: "nobody_to_write_to" })).retryAfter).toBeNull();
});
