import type { Subject } from "../src/index.ts";
import { block, madeBy, page } from "./markdown.ts";
import { nounList, nounPages } from "./noun-pages.ts";
import { refusalPage, refusalsForReadme } from "./refusal-pages.ts";
import { rulePages, ruleTable, subjectList } from "./rule-pages.ts";

/** Everything in docs/domain, file name to content. */
export function documents(subjects: readonly Subject[]): ReadonlyMap<string, string> {
  return new Map([
    ["index.md", firstPage(subjects)],
    ["rules.md", ruleTable(subjects)],
    ["refusals.md", refusalPage()],
    ...nounPages(),
    ...rulePages(subjects),
  ]);
}

const firstPage = (subjects: readonly Subject[]): string =>
  page(
    "# The domain package, page by page",
    "How to begin is in the [README](../../packages/domain/README.md). This is what there is.",
    madeBy,
    "## What can be asked",
    subjectList(subjects),
    "All rules with their citations are on [one page](rules.md).",
    "## What can be imported",
    nounList(),
    "What a decision refuses with is told in [Refusals](refusals.md).",
  );

/** The README with its made parts made anew: what the example tells, and the refusals. */
export const readmeMade = (readme: string, told: string): string => between(between(readme, "told", block("text", told)), "refusals", refusalsForReadme());

function between(readme: string, name: string, made: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, rest] = readme.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`the README has no ${start} … ${end}`);
  return `${before}${start}\n\n${made}\n\n${end}${after}`;
}
