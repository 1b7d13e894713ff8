import { countsAs, daysBetween, gapAnalysis, type PartnershipSnapshot, partnerTables, PartnershipSnapshot as Schema } from "../src/index.ts";

// `node bench/gap-analysis.ts`: a whole city's gaps, beside how one would write it first. The city is invented, and the same every time.

let state = 2026;
const roll = (sides: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * sides);
};
const id = (prefix: string, number: number) => `${prefix}_${String(number).padStart(26, "0")}`;
const counted = <Item>(count: number, make: (number: number) => Item): Item[] => Array.from({ length: count }, (_, number) => make(number));
const boroughs = counted(5, (number) => `bor_borough-${number}`);
const sectors = counted(8, (number) => `cms_sector-${number}`);
const activities = counted(14, (number) => `act_kind-${number}`);
const kinds = ["industry", "industry", "industry", "postsecondary", "cbo", "government", undefined];

const sizes = { schools: 1800, programs: 3600, partners: 20_000, engagements: 60_000 };
const given = {
  schools: counted(sizes.schools, (number) => ({ id: `sch_school-${number}`, boroughId: boroughs[roll(5)] })),
  programs: counted(sizes.programs, (number) => ({
    id: id("prg", number),
    schoolId: `sch_school-${number % sizes.schools}`,
    commissionId: sectors[roll(8)],
    isApproved: roll(4) > 0,
    expiresOn: `20${27 + roll(5)}-06-30`,
    partnerIds: counted(roll(8), () => id("prt", roll(sizes.partners))),
  })),
  partners: counted(sizes.partners, (number) => {
    const kind = kinds[roll(kinds.length)];
    return { id: id("prt", number), name: number % 5000 === 0 ? "PLTW" : `Example ${number}`, ...(kind ? { kind } : {}) };
  }),
  engagements: counted(sizes.engagements, () => ({
    partnerId: id("prt", Math.min(roll(sizes.partners), roll(sizes.partners))),
    programId: id("prg", roll(sizes.programs)),
    activityTypeId: activities[roll(14)],
    on: `2026-${String(1 + roll(9)).padStart(2, "0")}-${String(10 + roll(19))}`,
  })),
  activityTypeIds: activities,
};
const on = "2026-11-24";

/** As one would write it first: for each question, look through the list again. Without the table by borough and without shares. */
function naive({ schools, programs, partners, engagements, activityTypeIds }: PartnershipSnapshot) {
  const missing = schools.flatMap((school) =>
    [...new Set(programs.filter(({ schoolId }) => schoolId === school.id).map(({ commissionId }) => commissionId))].map((commissionId) => {
      const own = programs.filter((program) => program.schoolId === school.id && program.commissionId === commissionId).map((program) => program.id);
      const had = engagements.filter(({ programId }) => own.includes(programId));
      return { schoolId: school.id, commissionId, missing: activityTypeIds.filter((type) => !had.some(({ activityTypeId }) => activityTypeId === type)) };
    }),
  );
  const short = programs.filter(({ partnerIds }) => {
    const known = partnerIds.map((partnerId) => partners.find((partner) => partner.id === partnerId));
    return known.filter((partner) => partner && countsAs("countsAsIndustry", partner, partnerTables, on)).length < 2;
  });
  const expiring = programs.filter(({ isApproved, expiresOn }) => isApproved && expiresOn && daysBetween(on, expiresOn) <= 365);
  return { missing, short, expiring };
}

const median = (all: readonly number[]) => all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? Number.NaN;

/** Wall time says what somebody waits; time on the processor says what it costs, whatever else the machine does. */
function timed<Answer>(times: number, work: () => Answer) {
  const [took, onProcessor]: [number[], number[]] = [[], []];
  let answer: Answer | undefined;
  for (let time = 0; time < times; time++) {
    const cpu = process.cpuUsage();
    const begun = performance.now();
    answer = work();
    took.push(performance.now() - begun);
    const { user, system } = process.cpuUsage(cpu);
    onProcessor.push((user + system) / 1000);
  }
  return { answer: answer as Answer, first: took[0] ?? Number.NaN, quickest: Math.min(...took), middle: median(took), cpu: median(onProcessor) };
}

const parsed = timed(3, () => Schema.parse(given));
const snapshot = parsed.answer;
const ours = timed(25, () => gapAnalysis(snapshot, { on }));
const plain = timed(1, () => naive(snapshot));
// The two must agree, or the times compare nothing.
const rows = (list: readonly { schoolId: string; commissionId?: string | undefined; missing: readonly string[] }[]) =>
  list.map(({ schoolId, commissionId, missing }) => `${schoolId} ${commissionId} ${missing.join()}`).toSorted();
if (JSON.stringify(rows(ours.answer.bySchool)) !== JSON.stringify(rows(plain.answer.missing))) throw new Error("the two analyses differ");

const size = Object.values(sizes).map((count) => count.toLocaleString("en-US"));
const row = (what: string, wall: number, cpu: string, limit = "–") => console.log(`| ${what} | ${wall.toFixed(0)} | ${cpu} | ${limit} |`);
console.log(`| ${size[0]} schools, ${size[1]} programs, ${size[2]} partners, ${size[3]} engagements | ms | ms on the processor | limit, ms |`);
console.log("| --- | ---: | ---: | ---: |");
row("gap analysis, median of 25", ours.middle, ours.cpu.toFixed(0), "100");
row("gap analysis, quickest of 25", ours.quickest, "–", "100");
row("gap analysis, the first time in a new process", ours.first, "–");
row("as one would write it first, and only a part of it", plain.middle, plain.cpu.toFixed(0));
row("parsing the snapshot by its strict schema", parsed.middle, parsed.cpu.toFixed(0));
console.log(`\nThe first version takes ${(plain.cpu / ours.cpu).toFixed(0)} × as much of the processor and finds the same gaps.`);
