import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { clientOf, networkOf } from "./client-address.ts";
import type { HttpEnv } from "./frame.ts";

describe("networkOf", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["203.0.113.9:51234", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0db8:0001:0002:ffff:ffff:ffff:ffff:443", "2001:db8:1:2::/64"],
    ["[2001:db8:1:2::7]:443", "2001:db8:1:2::/64"],
    ["2001:db8::7", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["", "unknown"],
    ["<script>", "unknown"],
    ["203.0.113.9, 198.51.100.1", "unknown"],
  ])("counts %s as %s", (told, network) => {
    expect(networkOf(told)).toBe(network);
  });
});

describe("clientOf", () => {
  const clientFor = async (clientAddressHeader: string | undefined, headers: Record<string, string>) => {
    const app = new Hono<HttpEnv>().get("/", (c) => c.text(clientOf(c, { config: { ...(clientAddressHeader ? { clientAddressHeader } : {}) } as never })));
    return (await app.request("/", { headers }, { incoming: { socket: { remoteAddress: "198.51.100.7" } } })).text();
  };

  it("believes the header that the deployment names, and none that anybody can send", async () => {
    const forged = { "x-forwarded-for": "203.0.113.1", "cloudfront-viewer-address": "203.0.113.2:443" };
    expect(await clientFor(undefined, forged)).toBe("198.51.100.7");
    expect(await clientFor("CloudFront-Viewer-Address", forged)).toBe("203.0.113.2");
    expect(await clientFor("CloudFront-Viewer-Address", { "x-forwarded-for": "203.0.113.1" })).toBe("unknown");
  });
});
