import * as z from "zod";
import { CteProgramInput, EventInput, SignUpInput } from "../src/index.ts";
import { exampleEventInput, exampleInput, exampleSessionInput, questions } from "../test/examples.ts";

// `node bench/validation.ts`: our published input schemas beside bare zod on the same shape: the same keys, types, lengths and
// unions, without normalising text, real dates and zones, and rules across fields.

const text = (max: number) => z.string().min(1).max(max);
const word = z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/);
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const prefixed = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[0-9a-z-]+$`));
const date = z.string().regex(/^\d{4}-\d\d-\d\d$/);

const bareSignUpInput = z.strictObject({
  name: text(120),
  email: z.email().max(254),
  affiliation: text(160).optional(),
  partySize: z.int().min(1).max(50).default(1),
  answers: z.record(word, z.union([z.string().max(2000), z.boolean(), z.array(word).max(50)])).default({}),
});

const option = z.strictObject({ id: word, label: text(140) });
const asked = { id: word, label: text(300), help: text(500).optional(), required: z.boolean(), isRetired: z.boolean() };
const bareQuestion = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), ...asked }),
  z.strictObject({ kind: z.literal("choice"), ...asked, options: z.array(option).min(1).max(50) }),
  z.strictObject({ kind: z.literal("several"), ...asked, options: z.array(option).min(1).max(50) }),
  z.strictObject({ kind: z.literal("yes_no"), ...asked }),
]);
const barePlace = z.strictObject({
  name: text(140),
  street: text(140),
  city: text(140),
  region: text(140),
  postalCode: text(20),
  boroughId: prefixed("bor").optional(),
});
const bareEventInput = z.strictObject({
  title: text(140),
  activityTypeId: prefixed("act"),
  description: z.string().max(4000),
  host: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("office") }),
    z.strictObject({ kind: z.literal("commission"), commissionId: prefixed("cms") }),
    z.strictObject({ kind: z.literal("school"), schoolId: prefixed("sch") }),
  ]),
  venue: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("place"), zone: text(60), place: barePlace }),
    z.strictObject({ kind: z.literal("online"), zone: text(60), joinUrl: z.url().max(2048).optional() }),
    z.strictObject({ kind: z.literal("hybrid"), zone: text(60), place: barePlace, joinUrl: z.url().max(2048).optional() }),
  ]),
  audience: z.enum(["industry_partners", "teachers", "school_leaders", "advisory_members", "everyone"]),
  contact: z.strictObject({ title: text(140), email: z.email().max(254).optional(), phone: text(40).optional() }),
  signUpWindow: z.strictObject({ opensAt: instant, closesAt: instant }),
  needsApproval: z.boolean(),
  oneSessionPerPerson: z.boolean(),
  questions: z.array(bareQuestion).max(30),
  sessions: z
    .array(
      z.strictObject({
        id: prefixed("ses").optional(),
        title: text(140).optional(),
        startsAt: instant,
        endsAt: instant,
        capacity: z.int().min(0).max(10_000),
        partySizeLimit: z.int().min(1).max(50),
        waitlistLimit: z.int().min(0).max(10_000),
      }),
    )
    .max(100),
});

const term = { approvedOn: date, expiresOn: date };
const rowId = z.string().regex(/^[a-z0-9_-]{1,60}$/);
const bareApproval = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("not_started") }),
  z.strictObject({ status: z.literal("in_process"), stageId: rowId, startedOn: date, startsInYear: z.int() }),
  z.strictObject({ status: z.literal("submitted"), submittedOn: date, startsInYear: z.int() }),
  z.strictObject({ status: z.literal("approved"), ...term }),
  z.strictObject({ status: z.literal("in_reapproval"), ...term, stageId: rowId, startedOn: date }),
  z.strictObject({ status: z.literal("reapproval_submitted"), ...term, submittedOn: date }),
  z.strictObject({ status: z.literal("lapsed"), expiredOn: date }),
]);

const bareProgramInput = z.strictObject({
  schoolId: prefixed("sch"),
  title: text(140),
  clusterId: rowId,
  contentAreaId: rowId.optional(),
  cipCode: z
    .string()
    .regex(/^\d\d\.\d{4}$/)
    .optional(),
  commissionId: prefixed("cms").optional(),
  approval: bareApproval,
});

const program = {
  schoolId: "sch_harbor",
  title: "Carpentry",
  clusterId: "construction",
  cipCode: "46.0201",
  commissionId: "cms_construction",
  approval: { status: "approved", approvedOn: "2024-07-01", expiresOn: "2029-06-30" },
};
const signUp = {
  ...exampleInput({ affiliation: "Example Engines", partySize: 2 }),
  answers: { needs: "a ramp", time: "noon", times: ["noon", "evening"], parking: true },
};
const event = {
  ...exampleEventInput({ questions: Object.values(questions).map((question) => ({ ...question })) as never }),
  sessions: Array.from({ length: 4 }, () => exampleSessionInput()),
};
const cases: readonly (readonly [string, z.ZodType, z.ZodType, unknown])[] = [
  ["`SignUpInput`, four answers", SignUpInput, bareSignUpInput, signUp],
  ["`EventInput`, four questions and four sessions", EventInput, bareEventInput, event],
  ["`CteProgramInput`, an approved program", CteProgramInput, bareProgramInput, program],
];

const parses = (schema: z.ZodType, value: unknown, times: number): number => {
  const begun = performance.now();
  for (let time = 0; time < times; time++) schema.parse(value);
  return times / ((performance.now() - begun) / 1000);
};
const median = (all: readonly number[]) => all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? Number.NaN;
const told = (perSecond: number) => Math.round(perSecond).toLocaleString("en-US");

console.log("| schema | ours a second | bare zod a second | ratio | at least |");
console.log("| --- | ---: | ---: | ---: | ---: |");
for (const [name, schema, bare, value] of cases) {
  const times = 4000;
  for (const one of [schema, bare]) parses(one, value, times);
  // In turns, so that what else the machine does falls on both.
  const rounds = Array.from({ length: 15 }, () => [parses(schema, value, times), parses(bare, value, times)] as const);
  const ours = median(rounds.map(([one]) => one));
  const theirs = median(rounds.map(([, other]) => other));
  console.log(`| ${name} | ${told(ours)} | ${told(theirs)} | ${median(rounds.map(([one, other]) => one / other)).toFixed(2)} | 0.5 |`);
}
