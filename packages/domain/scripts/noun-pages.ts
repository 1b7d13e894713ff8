import { readdirSync } from "node:fs";
import { block, code, link, madeBy, page, table } from "./markdown.ts";
import { type Exported, exportedBy } from "./source-exports.ts";

const source = new URL("../src/", import.meta.url);

/** What each noun is about, in the order in which they build on each other. */
const nouns = {
  shared: "What every noun uses: ids, days, moments, public identifiers, text, and the answer of a decision.",
  reference: "Tables of the field that hold from a day to a day, each row with its source: clusters, content areas, codes, holidays.",
  rule: "Rules of law, guidance and policy as rows, and what can be done with them: judge facts, explain, compare, ask what if.",
  partner: "Partners: what they are, whether they count as industry, and who speaks for them.",
  school: "Schools, their CTE programs and advisory boards, and the approval of programs.",
  commission: "Sector commissions, what stands in for an advisory board, and the CTE Advisory Council.",
  activity: "The kinds of engagement in the catalogue: audience, setting, bounds, documents, hours.",
  opportunity: "What partners offer and schools ask for, until it is scheduled: a lifecycle with requests, holds and expiry.",
  event: "Scheduled occurrences of an activity, their sessions, questions and venues; rotations and one-on-one timetables.",
  "sign-up": "A person's or a party's claim on a session: taking in, settling the line, changing seats.",
  participation: "What came of an event: attendance as counts, hours, certificates.",
  report: "What the office reports: suppression of small counts, gaps, lines that the law asks for.",
  access: "Who may do what, within which scope.",
  agency: "All that differs from one agency to the next, as data.",
  words: "Every sentence, in English and Spanish: reasons, facts, rules, refusals.",
  interchange: "The same facts in other people's forms: JSON-LD, CSV, CEDS.",
} as const satisfies Record<string, string>;

/** Doors: the folder behind each, and what is told of it. */
const doors = [
  ...Object.entries(nouns).map(([name, about]) => ({ name, folder: name, about })),
  { name: "nyc", folder: "agency/nyc", about: "New York City's data: the first agency." },
  { name: "nyc-rules", folder: "agency/nyc-rules", about: "The same with every rule, for whoever asks for verdicts." },
];

/** A page for each door, file name to content. */
export function nounPages(): ReadonlyMap<string, string> {
  const folders = readdirSync(source, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  const untold = folders.find((folder) => !(folder in nouns));
  if (untold) throw new Error(`say in scripts/noun-pages.ts what ${untold} is about`);
  return new Map(doors.map(({ name, folder, about }) => [`nouns/${name}.md`, nounPage(name, about, exportedOf(folder))]));
}

/** The doors as a list for the first page. */
export const nounList = (): string =>
  table(
    ["Import from", "What it is about", "Names"],
    doors.map(({ name, folder, about }) => [link(code(`@cte-partnerships/domain/${name}`), `nouns/${name}.md`), about, String(exportedOf(folder).length)]),
  );

const exportedOf = (folder: string): readonly Exported[] => exportedBy(new URL(`${folder}/index.ts`, source));

const kinds = {
  function: "Functions",
  schema: "Schemas, each with the type of the same name",
  value: "Values",
  type: "Types",
} as const satisfies Record<Exported["kind"], string>;

function nounPage(name: string, about: string, exported: readonly Exported[]): string {
  const groups = (Object.keys(kinds) as Exported["kind"][]).flatMap((kind) => {
    const members = exported.filter((one) => one.kind === kind).toSorted((a, b) => a.name.localeCompare(b.name, "en"));
    return members.length === 0 ? [] : [`## ${kinds[kind]}`, ...members.map(exportedSection)];
  });
  return page(
    `# ${name}`,
    about,
    block("ts", `import * as ${name.replaceAll("-", "")} from "@cte-partnerships/domain/${name}";`),
    `${madeBy} Every example is run as a test; what examples lean on (\`now\`, \`event\`, \`ruleRow\`, …) is made in \`test/examples.ts\`.`,
    ...groups,
  );
}

const exportedSection = ({ name, says, code: declaration, examples }: Exported): string =>
  [`### ${code(name)}`, says, block("ts", declaration), examples.length > 0 ? block("ts", examples.join("\n")) : ""].filter((part) => part !== "").join("\n\n");
