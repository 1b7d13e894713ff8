import { type DatedTable, datedTable, type ReferenceRow } from "../reference/dated-table.ts";
import type { Judgement } from "../rule/finding.ts";
import { all, any, decide, given, unknown } from "../rule/judge.ts";
import type { ClearanceFacts } from "./clearance-facts.ts";

/** A law or regulation by which adults who come to students must be cleared. */
export interface ClearanceBasis extends ReferenceRow {
  /** Whether this adult needs no clearance under it: met where none is needed, unmet where one is. */
  exempts(facts: ClearanceFacts): Judgement;
}

const noDirectContact = (facts: ClearanceFacts): Judgement =>
  given(facts, ["hasDirectContact"], ({ hasDirectContact }) => decide(!hasDirectContact, "clearance_no_direct_contact"));

/**
 * New York State: whoever the school pays, and whoever a provider or an organisation sends to a school, for more than five days
 * of a school year or without an employee of the school beside them.
 */
const byTheState = (facts: ClearanceFacts): Judgement =>
  any(
    noDirectContact(facts),
    given(facts, ["place"], ({ place }) => decide(place !== "school", "clearance_not_at_school")),
    given(facts, ["role"], ({ role }) => decide(role === "volunteer", "clearance_volunteer")),
    all(
      given(facts, ["daysPerSchoolYear"], ({ daysPerSchoolYear }) =>
        decide(daysPerSchoolYear <= 5, "clearance_few_days", { have: daysPerSchoolYear, most: 5 }),
      ),
      given(facts, ["isSupervised"], ({ isSupervised }) => decide(isSupervised, "clearance_supervised")),
    ),
  );

/**
 * New York City: whoever works in its schools, is sent there or placed there. Whether it means guests and volunteers, a host at a
 * workplace, or somebody who meets students online alone, was not found: that stays unknown, and somebody asks.
 */
const byTheCity = (facts: ClearanceFacts): Judgement => any(noDirectContact(facts), atSchoolForTheCity(facts));

/** Where the regulation is silent on one of the two facts, the other would tell no more, and is not asked for. */
function atSchoolForTheCity(facts: ClearanceFacts): Judgement {
  if (facts.role === "volunteer") return unknown([], "clearance_city_silent_on_volunteers", {});
  if (facts.place === "workplace" || facts.place === "online") return unknown([], "clearance_city_silent_on_place", {});
  return given(facts, ["role", "place"], () => decide(false, "clearance_city_covers"));
}

/** The bases that hold in New York City's schools. Another agency gives its own. */
export const clearanceBases: DatedTable<ClearanceBasis> = datedTable<ClearanceBasis>([
  {
    id: "ny-8-nycrr-87",
    label: "State clearance for employment",
    aliases: ["OSPRA", "SAVE"],
    authority: "state_regulation",
    citation: "8 NYCRR 87.2(k) and 87.4",
    url: "https://www.highered.nysed.gov/tcert/part87.html",
    retrievedOn: "2026-11-01",
    // Read as districts' policies tell it.
    confidence: "secondary",
    from: "2001-07-01",
    exempts: byTheState,
  },
  {
    id: "nyc-c-105",
    label: "Clearance by New York City Public Schools (PETS)",
    aliases: ["PETS", "C-105"],
    authority: "local_law",
    citation: "Regulation of the Chancellor C-105",
    url: "https://www.nyc21cclc.com/staff-your-team/fingerprinting",
    retrievedOn: "2026-11-01",
    confidence: "verified",
    // The oldest version that was found.
    from: "2003-02-11",
    exempts: byTheCity,
  },
]);
