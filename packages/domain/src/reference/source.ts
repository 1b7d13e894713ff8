import type { IsoDate } from "../shared/date.ts";

/**
 * Who says so, from the strongest to the weakest. The first four bind; guidance advises; `industry_standard` is what a body of the
 * field has published and others take up by their own choice; `office_policy` is an agency's own choice, with a default that it may
 * change; `editorial` is ours and binds nobody.
 */
export type Authority =
  | "federal_law"
  | "state_law"
  | "state_regulation"
  | "local_law"
  | "federal_guidance"
  | "state_guidance"
  | "local_guidance"
  | "industry_standard"
  | "office_policy"
  | "editorial";

/**
 * How sure we are: `verified` was read in the named source, `secondary` in a copy or in part, `unverified` is general knowledge
 * that nobody checked, `unknown` is an open question.
 */
export type Confidence = "verified" | "secondary" | "unverified" | "unknown";

/** Where a row comes from. A second agency cites its own law and guidance in the same way. */
export interface Source {
  authority: Authority;
  /** The law, regulation, memo or page, as one would cite it. */
  citation: string;
  url?: string;
  retrievedOn: IsoDate;
  confidence: Confidence;
}

const binding: ReadonlySet<Authority> = /* @__PURE__ */ new Set<Authority>(["federal_law", "state_law", "state_regulation", "local_law"]);

/**
 * Whether it binds, as law or regulation does.
 *
 * @example
 * isLaw("state_guidance") // false
 */
export const isLaw = (authority: Authority): boolean => binding.has(authority);

/**
 * Whether a source is sure enough to be presented as what it says it is. What nobody checked is shown with its mark, and counts
 * in no verdict that cites it as law.
 *
 * @example
 * isConfirmed({ confidence: "unverified" }) // false
 */
export const isConfirmed = ({ confidence }: Pick<Source, "confidence">): boolean => confidence === "verified" || confidence === "secondary";
