import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { allOf, one } from "./find.ts";
import { root } from "./lay-down.ts";

const sealedFor = (name: string) => inject("evaluated").production.built.find(({ functionID }) => functionID === name)?.links;

describe("secrets", () => {
  it("are sealed into the bundles of those that use them, and the public function gets none of the console's", () => {
    expect(Object.fromEntries(inject("evaluated").production.built.map(({ functionID, links }) => [functionID, links]))).toEqual({
      AdminApi: ["AddressKey", "CookieKeys", "FormKeys", "OpenIdClientId", "OpenIdClientSecret", "OpenIdIssuer"],
      Bounces: ["AddressKey"],
      Mailer: ["AddressKey", "LinkKeys"],
      PublicApi: ["AddressKey", "FormKeys", "LinkKeys"],
      Schedule: [],
      Stream: [],
    });
  });

  it("are the same as those that the code asks for", () => {
    // The deployment reads one constant of the code; this is a look from outside, so it reads the table as text.
    const source = readFileSync(join(root, "apps/api/src/lambda/handed-secrets.ts"), "utf8");
    const inCode = (name: string) => JSON.parse(new RegExp(`\\n  ${name}: (\\[.*?\\])`).exec(source)?.[1] ?? "null") as string[] | null;
    const kept = (name: string) => new RegExp(`${name}: \\{ name: "(\\w+)"`).exec(source)?.[1];
    const pairs = { PublicApi: "public", AdminApi: "admin", Stream: "stream", Mailer: "mailer", Schedule: "schedule", Bounces: "bounces" };
    for (const [deployed, name] of Object.entries(pairs)) {
      const asked = inCode(name)?.map(kept).sort();
      expect(
        sealedFor(deployed)?.filter((link) => !link.startsWith("OpenId")),
        deployed,
      ).toEqual(asked);
    }
  });

  it("stand in no function's environment", () => {
    for (const { name, inputs } of allOf("production", "aws:lambda/function:Function")) {
      const { variables = {} } = (inputs.environment ?? {}) as { variables?: Record<string, string> };
      expect(
        Object.entries(variables).filter(([key, value]) => value === "(secret)" || /^SST_RESOURCE_(?!App$)/.test(key)),
        name,
      ).toEqual([]);
    }
  });

  it("are needed: a stage where one is not set does not deploy", () => {
    expect(allOf("production", "sst:sst:Secret").map(({ name }) => name)).toEqual([
      "AddressKey",
      "CookieKeys",
      "FormKeys",
      "LinkKeys",
      "OpenIdClientId",
      "OpenIdClientSecret",
      "OpenIdIssuer",
    ]);
    expect(one("production", "sst:sst:LinkRef", "CookieKeysLinkRef").inputs).toMatchObject({ properties: { value: "(secret)" } });
  });
});
