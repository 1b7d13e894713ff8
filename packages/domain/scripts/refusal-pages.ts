import { readdirSync } from "node:fs";
import { type DomainRefusalCode, refusalCodes } from "../src/index.ts";
import { refusalWords } from "../src/words/index.ts";
import { code, madeBy, page } from "./markdown.ts";
import { refusalsIn } from "./source-exports.ts";

const source = new URL("../src/", import.meta.url);

/** A refusal as its types have it: every fact that may stand beside the code. */
const factsByCode = () => {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  return refusalsIn(files.map((file) => new URL(file.replaceAll("\\", "/"), source)));
};

function sections(say: (one: DomainRefusalCode) => readonly string[]): string {
  const facts = factsByCode();
  return refusalCodes
    .map((one) => {
      const held = [...(facts.get(one) ?? [])].map(([name, type]) => code(`${name}: ${type.replaceAll(/\s+/g, " ")}`));
      return [`### ${code(one)}`, ...say(one), held.length > 0 ? `Facts: ${held.join(", ")}` : "No facts."].join("\n\n");
    })
    .join("\n\n");
}

/** The part of the README that tells of refusals. */
export const refusalsForReadme = (): string => sections((one) => [refusalWords[one].en]);

/** The page of refusals, in both languages. */
export const refusalPage = (): string =>
  page(
    "# Refusals",
    "A decision that does not go through gives `{ ok: false, refusal }`: a stable code to switch on, and facts beside it. The sentence is in the words, and can be had in both languages with `sayRefusal`.",
    madeBy,
    sections((one) => [refusalWords[one].en, `*${refusalWords[one].es}*`]),
  );
