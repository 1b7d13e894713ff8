import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { nyc } from "../src/agency/nyc/index.ts";
import * as event from "../src/event/index.ts";
import * as domain from "../src/index.ts";
import * as interchange from "../src/interchange/index.ts";
import * as opportunity from "../src/opportunity/index.ts";
import * as words from "../src/words/index.ts";
import {
  commissionId,
  exampleActor,
  exampleEvent,
  exampleEventInput,
  exampleGrant,
  exampleInput,
  exampleSeats,
  exampleSession,
  exampleSignUp,
  exampleSource,
  moments,
  questions,
  schoolId,
  signUpId,
} from "./examples.ts";
import { exampleOfferInput, exampleOpportunity, exampleRequest, exampleRequestInput } from "./opportunity-examples.ts";
import { exampleCertificate, exampleHours, host } from "./participation-examples.ts";

const src = new URL("../src/", import.meta.url);
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.includes("nyc"),
);
const exported = files.flatMap((file) => {
  const text = readFileSync(new URL(file.replaceAll("\\", "/"), src), "utf8");
  return [
    ...text.matchAll(/(?<doc>\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n(?:\/\/ @__NO_SIDE_EFFECTS__\n)?)?export (?:const|function|interface|type) (?<name>\w+)/g),
  ].map(({ groups }) => ({
    file,
    name: groups?.name ?? "",
    doc: groups?.doc ?? "",
  }));
});
const everything: Record<string, unknown> = { ...domain, ...event, ...opportunity, ...words, ...interchange };
const isFunction = (name: string) => {
  const value = everything[name];
  return typeof value === "function";
};

/** What stands for itself in an example, so that an example can be one line. */
const person = exampleInput({ answers: { needs: "a ramp" } });
const empty = domain.subject({ id: "empty", title: "Nothing?", facts: z.strictObject({}), rules: [] });
const agencyData: domain.AgencyData = {
  id: "harborview",
  title: "An agency",
  office: { title: "Office of Industry Partnerships" },
  zone: domain.Zone.parse("America/New_York"),
  boroughs: [{ ...exampleSource, id: "bor_brooklyn", label: "Brooklyn", aliases: [], from: "2026-01-01" }],
  commissions: [],
  schools: [{ id: schoolId(), label: "Harbor High School", aliases: [], boroughId: "bor_brooklyn", from: "2026-01-01" }],
  activityTypes: [],
  calendar: [],
};
const scope = {
  ...everything,
  z,
  empty,
  nothingJudged: domain.evaluate(domain.rulesOn(empty, "2026-11-24"), {}),
  ruleRow: {
    id: "x.y",
    title: "Y",
    force: "required",
    authority: "editorial",
    citation: "none",
    retrievedOn: "2026-11-24",
    confidence: "verified",
    from: "2026-01-01",
  },
  now: moments.now,
  event: exampleEvent("published", { questions: [{ ...questions.text, required: true }] }),
  draft: exampleEvent("draft"),
  input: exampleEventInput(),
  session: exampleSession(),
  seats: exampleSeats(),
  signUp: exampleSignUp("pending"),
  id: signUpId(1),
  person,
  chair: exampleActor(exampleGrant("chair", { kind: "commission", commissionId: commissionId() })),
  opportunity: exampleOpportunity("offered"),
  offerInput: exampleOfferInput(),
  requestInput: exampleRequestInput(),
  request: exampleRequest(),
  hours: exampleHours("logged"),
  user: host,
  certificate: exampleCertificate(),
  agencyData,
  agency: domain.defineAgency(agencyData),
  tour: nyc.activityTypes.find("act_workplace-tour" as domain.ActivityTypeId, "2026-11-24"),
};
const evaluate = (expression: string): unknown => new Function(...Object.keys(scope), `"use strict"; return (${expression});`)(...Object.values(scope));

describe("the docstrings", () => {
  it.each(exported.filter(({ name }) => isFunction(name)).map((one) => [one.name, one] as const))("of %s says what it does, and shows it", (_, { doc }) => {
    expect(doc).toMatch(/\* [A-Z][^\n]+/);
    const examples = [...doc.matchAll(/^ \* (.+) \/\/ (.+)$/gm)].slice();
    expect(doc).toContain("@example");
    expect(examples.length).toBeGreaterThan(0);
    for (const [, expression, value] of examples)
      expect({ [expression ?? ""]: evaluate(expression ?? "") }).toEqual({ [expression ?? ""]: evaluate(value ?? "") });
  });

  it("are there for every exported name that does not share one with its schema", () => {
    const documented = new Set(exported.filter(({ doc }) => doc !== "").map(({ name }) => name));
    expect([...new Set(exported.map(({ name }) => name))].filter((name) => !documented.has(name))).toEqual([]);
  });
});
