import { describe, expect, it } from "vitest";
import * as z from "zod";
import { schemaFiles } from "../scripts/schemas.ts";
import * as event from "../src/event/index.ts";
import * as domain from "../src/index.ts";
import { at, commissionId } from "./examples.ts";

const files = schemaFiles();
const kebab = (name: string) => name.replaceAll(/(?<=.)([A-Z])/g, "-$1").toLowerCase();
const read = (name: string) => JSON.parse(files.get(name) ?? "") as Record<string, unknown>;
const takes = (name: string, value: unknown) => z.fromJSONSchema(read(name) as z.core.JSONSchema.JSONSchema).safeParse(value).success;
const ulid = "0".repeat(26);

/** Schemas that stand within another one alone, and have no file of their own. */
const partsOfOthers = new Set(["SessionInput"]);

describe("the published schemas", () => {
  const inputs = Object.entries({ ...domain, ...event }).filter(([name, value]) => name.endsWith("Input") && value instanceof z.ZodType);
  it.each(inputs.map(([name]) => name).filter((name) => !partsOfOthers.has(name)))("have a file for %s", (name) => {
    expect([...files.keys()]).toContain(`${kebab(name)}.json`);
  });

  it.each([...files])("%s is of 2020-12, and refuses a key that it does not know wherever there are keys", (_name, content) => {
    const schema = JSON.parse(content) as { $schema: string };
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    const open: unknown[] = [];
    JSON.parse(content, (_key, value: Record<string, unknown>) => {
      const isClosed = value?.additionalProperties === false || typeof value?.additionalProperties === "object";
      if (value?.type === "object" && typeof value.properties === "object" && !isClosed) open.push(Object.keys(value.properties ?? {}));
      return value;
    });
    expect(open).toEqual([]);
  });

  it.each([...files].filter(([name]) => name.endsWith("-facts-input.json")))("%s asks for nothing, and has a label for every fact", (_name, content) => {
    const unlabelled: string[] = [];
    const required: unknown[] = [];
    JSON.parse(content, (_key, value: { properties?: Record<string, { title?: string; $ref?: string }>; required?: unknown } | null) => {
      for (const [fact, { title }] of Object.entries(value?.properties ?? {})) if (!title) unlabelled.push(fact);
      if (value && Array.isArray(value.required)) required.push(value.required);
      return value;
    });
    expect({ unlabelled, required }).toEqual({ unlabelled: [], required: [] });
  });

  it.each(["event.json", "partner.json", "contact-input.json"])("%s says in words what it is", (name) => {
    expect(JSON.stringify(read(name))).toMatch(/"description":"[A-Z`]/);
  });

  const partner = { name: "Harbor Example Works", otherNames: [], kind: "industry", commissionIds: [commissionId()], boroughIds: ["bor_brooklyn"] };
  const contact = { partnerId: `prt_${ulid}`, name: "Ada Example", phone: "+12125550100", roles: ["main"], consents: [] };
  const offer = {
    partnerId: `prt_${ulid}`,
    activityTypeId: "act_workplace-tour",
    title: "Tour of a yard",
    description: "",
    commissionIds: [],
    boroughIds: [],
    groupSize: { min: 10, max: 25 },
    place: "workplace",
    days: [{ from: "2027-03-01", to: "2027-03-05" }],
    expiresAt: at("2027-04-01T14:00"),
  };
  it.each([
    ["partner-input.json", domain.PartnerInput, partner, [{ kind: "bank" }, { naicsCode: "99" }, { studentName: "x" }, { name: "" }]],
    ["contact-input.json", domain.ContactInput, contact, [{ phone: "+1555" }, { roles: ["student"] }, { partnerId: "prt_1" }]],
    ["offer-input.json", domain.OfferInput, offer, [{ days: [] }, { place: "home" }, { groupSize: { min: 0, max: 5 } }]],
  ] as const)("%s takes and refuses what the code does", (name, schema, example, faults) => {
    expect(schema.safeParse(example).error).toBeUndefined();
    expect(takes(name, example)).toBe(true);
    for (const fault of faults) {
      expect(schema.safeParse({ ...example, ...fault }).success, JSON.stringify(fault)).toBe(false);
      expect(takes(name, { ...example, ...fault }), JSON.stringify(fault)).toBe(false);
    }
  });
});
