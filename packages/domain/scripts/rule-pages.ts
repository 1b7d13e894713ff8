import { factLines } from "../bin/facts-template.ts";
import { isConfirmed, longStanding, type Rule, type Subject, standingOf, type Words } from "../src/index.ts";
import { words as sentences } from "../src/words/index.ts";
import { code, link, madeBy, page, table } from "./markdown.ts";

const standings = { counts: "decides", advice: "advice, not a bar", unconfirmed: "shown, but counts in no verdict" } as const;
const confidences = {
  verified: "read in the named source",
  secondary: "read in a copy, or in part",
  unverified: "general knowledge that nobody checked",
  unknown: "an open question",
} as const;

const versionsOf = (subject: Subject, id: string): readonly Rule[] => subject.rules.history(id);
// Where the sources give no first day, rules are dated back to 2000: that is a choice of this package, and no date of theirs.
const span = ({ from, to }: Rule): string => `${from === longStanding ? "no first day stated" : from} to ${to ?? "now"}`;
const cited = ({ citation, url }: Rule): string => (url ? link(citation, url) : citation);
const words: Words = sentences;
const spanish = (key: string): string | undefined => {
  const phrase = words[key];
  return phrase && "es" in phrase ? phrase.es : undefined;
};

/** A page for each rule and each subject, file name to content. */
export function rulePages(subjects: readonly Subject[]): ReadonlyMap<string, string> {
  return new Map([
    ...subjects.map((subject) => [`subjects/${subject.id}.md`, subjectPage(subject)] as const),
    ...subjects.flatMap((subject) => subject.rules.ids().map((id) => [`rules/${id}.md`, rulePage(subject, id)] as const)),
  ]);
}

/** Every rule on one page: what it cites, when it holds, how sure it is. */
export function ruleTable(subjects: readonly Subject[]): string {
  const rows = subjects.flatMap((subject) =>
    subject.rules
      .ids()
      .flatMap((id) =>
        versionsOf(subject, id).map((rule) => [
          link(rule.title, `rules/${id}.md`),
          link(subject.id, `subjects/${subject.id}.md`),
          cited(rule),
          rule.authority.replaceAll("_", " "),
          span(rule),
          rule.confidence,
          standings[standingOf(rule)],
        ]),
      ),
  );
  return page(
    "# Every rule",
    madeBy,
    `Confidence is how sure we are of the source: ${Object.entries(confidences)
      .map(([name, meaning]) => `*${name}*: ${meaning}`)
      .join("; ")}. A law that is not verified or secondary is shown with its mark and counts in no verdict.`,
    table(["Rule", "Subject", "Citation", "Authority", "In force", "Confidence", "In a verdict"], rows),
  );
}

/** The subjects as a list for the first page. */
export const subjectList = (subjects: readonly Subject[]): string =>
  table(
    ["Subject", "Question", "Rules"],
    subjects.map((subject) => [link(code(subject.id), `subjects/${subject.id}.md`), subject.title, String(subject.rules.ids().length)]),
  );

function subjectPage(subject: Subject): string {
  const { id, title } = subject;
  return page(
    `# ${title}`,
    spanish(`subject:${id}`) ? `*${spanish(`subject:${id}`)}*` : "",
    `Subject ${code(id)}. ${madeBy}`,
    "## Facts",
    "Each may be left out. What is left out is not known, and never counts as met.",
    table(
      ["Fact", "What it is", "In Spanish", "Takes"],
      factLines(subject).map(({ path, title: label, takes }) => [code(path), label, spanish(`fact:${id}.${path.replaceAll(".*", "")}`) ?? "", code(takes)]),
    ),
    "## Rules",
    table(
      ["Rule", "In force", "In a verdict"],
      subject.rules
        .ids()
        .flatMap((ruleId) => versionsOf(subject, ruleId).map((rule) => [link(rule.title, `../rules/${ruleId}.md`), span(rule), standings[standingOf(rule)]])),
    ),
  );
}

function rulePage(subject: Subject, id: string): string {
  const versions = versionsOf(subject, id);
  const latest = versions.at(-1);
  if (!latest) throw new Error(`${id} has no version`);
  const asked = latest.check({}, latest.to ?? latest.from).missing;
  return page(
    `# ${latest.title}`,
    spanish(`rule:${id}`) ? `*${spanish(`rule:${id}`)}*` : "",
    `Rule ${code(id)} of ${link(subject.title, `../subjects/${subject.id}.md`)}`,
    madeBy,
    asked.length > 0 ? `Asks first for: ${asked.map((path) => `${labelOf(subject, path)} (${code(path)})`).join(", ")}.` : "",
    ...versions.flatMap((rule) => [
      `## ${span(rule)}`,
      [
        ...(rule.title === latest.title ? [] : [`- Title: ${rule.title}`]),
        `- Source: ${cited(rule)}`,
        `- Authority: ${rule.authority.replaceAll("_", " ")}`,
        `- Confidence: ${rule.confidence}, ${confidences[rule.confidence]}; retrieved on ${rule.retrievedOn}`,
        `- In a verdict: ${standings[standingOf(rule)]}${isConfirmed(rule) || standingOf(rule) === "unconfirmed" ? "" : ", as it is a choice and not a law"}`,
      ].join("\n"),
    ]),
  );
}

const labelOf = (subject: Subject, path: string): string => factLines(subject).find((line) => line.path === path)?.title ?? path;
