import { subjectsOf } from "@cte-partnerships/domain/agency";
import { diff, evaluate, explain, rulesOn } from "@cte-partnerships/domain/rule";
import { agency, words } from "./agency.ts";
import type { LocalCouncilFacts } from "./local-council.ts";

const council = subjectsOf(agency)["local-council"];

/** The welding program of a school whose region has a council for the field. */
const facts: LocalCouncilFacts = {
  councilKind: "regional",
  isPartnershipApproved: true,
  members: [
    { isOfThePublic: true, hasExpertise: true, isPaid: false },
    { isOfThePublic: true, hasExpertise: true },
  ],
  advises: { board: true, administrators: true, instructors: true },
  approvedCompetencies: true,
};

export const evaluation = evaluate(rulesOn(council, "2026-11-26"), facts);
export const told = explain(evaluation, { words });
/** What changes for this council when the office's own rule is switched off. */
export const changes = diff(rulesOn(council, "2027-06-30"), rulesOn(council, "2027-07-01"), facts).flips;
