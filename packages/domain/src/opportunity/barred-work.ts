import type { DatedTable, ReferenceRow } from "../reference/dated-table.ts";
import { longStanding } from "../reference/long-standing.ts";
import type { Source } from "../reference/source.ts";
import { sourcedTable } from "../reference/sourced.ts";
import type { DateSpan } from "../shared/date.ts";

/** Work that no minor below an age may do. */
export interface BarredWork extends ReferenceRow {
  /** Barred below this age. */
  belowAge: number;
  /** An exception may hold for somebody in a cooperative program of the school. */
  mayExceptCooperative: boolean;
}

const everyMinor = { belowAge: 18, mayExceptCooperative: true } as const;
const under16 = { belowAge: 16, mayExceptCooperative: false } as const;

/** The section on barred work. The first day is ours, early enough for any offer that is kept here. */
export const barredWorkSource = {
  authority: "state_law",
  citation: "New York Labor Law 133",
  url: "https://www.nysenate.gov/legislation/laws/LAB/133",
  retrievedOn: "2026-11-01",
  // Read in parts, and in copies.
  confidence: "secondary",
  from: longStanding,
} as const satisfies Source & DateSpan;

/**
 * Work that New York bars to minors. Subdivision 3 excepts apprentices and student-learners in a cooperative program from a part
 * of it; which part was not read, so that such an offer is unknown and not refused. Federal law has a list of its own.
 */
export const barredWork: DatedTable<BarredWork> = sourcedTable<BarredWork>({ ...barredWorkSource, aliases: [] }, [
  { id: "painting-or-cleaning-of-buildings", label: "Painting or cleaning the outside of a building", ...under16 },
  { id: "factory-work", label: "Work in a factory", ...under16 },
  { id: "cutting-or-mixing-machines", label: "Machines that wash, grind, cut, slice, press or mix", ...under16 },
  { id: "mental-hygiene-institution", label: "Employment in an institution of mental hygiene", ...under16 },
  { id: "construction", label: "Construction, demolition, roofing, excavation", ...everyMinor },
  { id: "motor-vehicle-helper", label: "Helper on a motor vehicle", ...everyMinor },
  { id: "woodworking-or-metal-machines", label: "Power-driven machines for wood, metal, baking or paper", ...everyMinor },
  { id: "saws-and-shears", label: "Circular saws, band saws, guillotine shears", ...everyMinor },
  { id: "hoists", label: "Power-driven hoists", ...everyMinor },
  { id: "elevators", label: "Elevators, other than push-button ones from 16", ...everyMinor },
  { id: "belts-and-oiling", label: "Adjusting belts of machines, or cleaning and oiling them", ...everyMinor },
  { id: "abrasive-wheels", label: "Abrasive, polishing or buffing wheels", ...everyMinor },
  { id: "explosives", label: "Explosives", ...everyMinor },
  { id: "acids", label: "Dangerous or poisonous acids", ...everyMinor },
  { id: "paints-and-lead", label: "Packing of paints, dry colors or lead", ...everyMinor },
  { id: "steam-boilers", label: "Steam boilers", ...everyMinor },
  { id: "radiation-and-dust", label: "Radioactive substances, radiation, silica or other harmful dust", ...everyMinor },
  { id: "slaughter-and-rendering", label: "Slaughter, meat packing, rendering", ...everyMinor },
  { id: "logging-and-sawmills", label: "Logging and sawmills", ...everyMinor },
  { id: "mines-and-quarries", label: "Mines and quarries", ...everyMinor },
  { id: "brick-and-tile", label: "Making of brick and tile", ...everyMinor },
  { id: "care-of-prisoners", label: "Custody or care of prisoners", ...everyMinor },
]);
