import { parseArgs } from "node:util";
import {
  evaluate,
  explain,
  explainAsJson,
  explainAsTable,
  type Language,
  rulesOn,
  type Subject,
  sayQuestion,
  sayRuleTitle,
} from "@cte-partnerships/domain/rule";
import { dateIn, IsoDate } from "@cte-partnerships/domain/shared";
import { labelOf, type Office, officeOf } from "./agency.ts";
import { exitCodeOf, exitCodes, Stop } from "./exit-code.ts";
import { readFacts } from "./facts-file.ts";
import { factLines, factsTemplate } from "./facts-template.ts";
import { heads } from "./heads.ts";
import { nearest } from "./nearest.ts";
import { tableOf } from "./table.ts";
import { usage } from "./usage.ts";

/** All that the command takes from the machine, so that a test can hand it another one. */
export interface World {
  /** Milliseconds since 1970. The only clock in the package. */
  now(): number;
  /** The text of a file, or of standard input for "-". Rejects where there is none. */
  read(name: string): Promise<string>;
  print(text: string): void;
  complain(text: string): void;
  load(module: string): Promise<object>;
  version(): string;
}

const formats = ["text", "json", "markdown"] as const;
type Format = (typeof formats)[number];
const languages = ["en", "es"] as const satisfies readonly Language[];

interface Options {
  office: Office;
  on: IsoDate;
  format: Format;
  language: Language;
  subjectId: string | undefined;
}

/** Runs one command line, and gives what the process ends with. */
export async function run(args: readonly string[], world: World): Promise<number> {
  try {
    return await runCommand(args, world);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    for (const line of error.lines) world.complain(line);
    return error.code;
  }
}

async function runCommand(args: readonly string[], world: World): Promise<number> {
  const { values, positionals } = parsed(args);
  if (values.version) return said(world, world.version());
  const [command, argument, ...more] = positionals;
  if (values.help || command === undefined) {
    if (values.help) return said(world, usage.trimEnd());
    throw new Stop("usage", usage.trimEnd());
  }
  if (command === "subjects" && argument !== undefined) throw new Stop("usage", `subjects takes no argument, and not ${argument}. See --help.`);
  if (more.length > 0) throw new Stop("usage", `${command} takes no more than one argument: ${more.join(" ")}`);
  const options = await optionsOf(values, world);

  if (command === "check") return await check(argument, options, world);
  if (command === "subjects") return said(world, subjects(options));
  if (command === "facts")
    return said(world, facts(subjectNamed(argument ?? options.subjectId, options), values.format === undefined ? "json" : options.format, options));
  if (command === "rules") return said(world, rules(argument ?? options.subjectId, options));
  throw new Stop("usage", `There is no command ${command}.${nearest(command, ["check", "subjects", "facts", "rules"])} See --help.`);
}

function parsed(args: readonly string[]) {
  const text = { type: "string" } as const;
  const yes = { type: "boolean" } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { subject: text, on: text, format: text, language: text, agency: text, help: { ...yes, short: "h" }, version: yes },
    });
  } catch (error) {
    // What follows the first sentence is for programmers.
    throw new Stop("usage", `${(error as Error).message.split(/\.(?:\s|$)|\n/)[0]}. See --help.`);
  }
}

async function optionsOf(values: ReturnType<typeof parsed>["values"], world: World): Promise<Options> {
  const office = await officeOf(values.agency, world.load);
  const day = values.on === undefined ? undefined : IsoDate.safeParse(values.on);
  if (day && !day.success) throw new Stop("usage", `--on ${values.on} ${day.error.issues[0]?.message ?? "is no date"}`);
  return {
    office,
    // Today where the agency is: in the evening in New York it is tomorrow already in London.
    on: day?.data ?? dateIn(office.zone, new Date(world.now()).toISOString() as Parameters<typeof dateIn>[1]),
    format: oneOf("--format", values.format ?? "text", formats),
    language: oneOf("--language", values.language ?? "en", languages),
    subjectId: values.subject,
  };
}

function oneOf<Word extends string>(option: string, word: string, words: readonly Word[]): Word {
  const found = words.find((one) => one === word);
  if (!found) throw new Stop("usage", `${option} is one of ${words.join(", ")}, and not ${word}`);
  return found;
}

function subjectNamed(id: string | undefined, { office }: Options): Subject {
  const ids = office.subjects.map((one) => one.id);
  if (id === undefined) throw new Stop("usage", `Which subject? There are ${ids.join(", ")}.`);
  const subject = office.subjects.find((one) => one.id === id);
  if (!subject) throw new Stop("usage", `There is no subject ${id}.${nearest(id, ids)} There are ${ids.join(", ")}.`);
  return subject;
}

function said(world: World, text: string): number {
  world.print(`${text}\n`);
  return 0;
}

async function check(name: string | undefined, { office, on, format, language, subjectId }: Options, world: World): Promise<number> {
  if (name === undefined) throw new Stop("usage", "check needs a file of facts, or - for standard input. See --help.");
  if (subjectId !== undefined) subjectNamed(subjectId, { office } as Options);
  const { asked, isList } = readFacts(await textOf(name, world), { subjects: office.subjects, subjectId, name: name === "-" ? "standard input" : name });
  const judged = asked.map((one) => ({ ...one, evaluation: evaluate(rulesOn(one.subject, one.on ?? on), one.facts) }));
  const telling = { words: office.words, language };

  if (format === "json") {
    const told = judged.map(({ label, evaluation }) => explainAsJson(evaluation, { ...telling, label }));
    said(world, JSON.stringify(isList ? told : told[0], null, 2));
  } else {
    const tell = format === "markdown" ? explainAsTable : explain;
    said(world, judged.map(({ label, evaluation }) => tell(evaluation, { ...telling, label })).join("\n\n\n"));
  }
  for (const { subject, evaluation } of judged) {
    if (evaluation.findings.length === 0) world.complain(`No rule of ${subject.id} is in force on ${evaluation.on}.`);
  }
  return exitCodeOf(judged.map(({ evaluation }) => evaluation.verdict));
}

async function textOf(name: string, world: World): Promise<string> {
  try {
    return await world.read(name);
  } catch (error) {
    throw new Stop("input", `${name} cannot be read: ${(error as Error).message}`);
  }
}

function subjects({ office, format, language }: Options): string {
  const rows = office.subjects.map((subject) => ({ id: subject.id, title: sayQuestion(subject, { words: office.words, language }) }));
  return format === "json"
    ? JSON.stringify(rows, null, 2)
    : tableOf(
        format,
        [heads.subject, heads.question].map((head) => head[language]),
        rows.map(({ id, title }) => [id, title]),
      );
}

function facts(subject: Subject, format: Format, { office, language }: Options): string {
  if (format === "json") return JSON.stringify(factsTemplate(subject), null, 2);
  return tableOf(
    format,
    [heads.fact, heads.label, heads.takes].map((head) => head[language]),
    factLines(subject, language).map(({ path, title, takes }) => [path, labelOf(subject, path, office.words, language) ?? title, takes]),
  );
}

function rules(subjectId: string | undefined, options: Options): string {
  const { office, on, format, language } = options;
  const asked = subjectId === undefined ? office.subjects : [subjectNamed(subjectId, options)];
  const inForce = asked
    .flatMap((subject) => rulesOn(subject, on).rules)
    .map(({ check: _check, ...row }) => ({ ...row, title: sayRuleTitle(row, { words: office.words, language }) }));
  if (format === "json") return JSON.stringify(inForce, null, 2);
  const until = (to: IsoDate | undefined) => (language === "es" ? `hasta ${to ?? "hoy"}` : `to ${to ?? "now"}`);
  const rows = inForce.map(({ id, title, citation, from, to, confidence }) => [id, title, citation, `${from} ${until(to)}`, confidence]);
  const named = [heads.rule, heads.title, heads.citation, heads.inForce, heads.confidence].map((head) => head[language]);
  return tableOf(format, named, rows);
}

/** A bug is told with its trace: whoever sees it is asked to report it. */
export const bugCode = exitCodes.software;
