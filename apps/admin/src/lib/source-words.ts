import type { Authority, Confidence, Source } from "@cte-partnerships/domain";
import { dateInWords } from "./days.ts";

/** Who says so. */
export const authorityWords: Record<Authority, string> = {
  federal_law: "Federal law",
  state_law: "State law",
  state_regulation: "State regulation",
  local_law: "Local law",
  federal_guidance: "Federal guidance",
  state_guidance: "State guidance",
  local_guidance: "Local guidance",
  industry_standard: "A standard of the field",
  office_policy: "The office's policy",
  editorial: "Editorial, and nobody else's",
};

/** How sure we are of it, and since when where somebody has read it. Of what the office has chosen itself, there is nothing to read. */
export function confidenceInWords({ authority, url, confidence, retrievedOn }: Source): string | undefined {
  if (authority === "office_policy" && url === undefined) return undefined;
  const words: Record<Confidence, string> = {
    verified: `Read in its source on ${dateInWords(retrievedOn)}`,
    secondary: `Read in a copy or in part on ${dateInWords(retrievedOn)}`,
    unverified: "General knowledge that nobody has checked",
    unknown: "An open question",
  };
  return words[confidence];
}
