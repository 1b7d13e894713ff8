import type { ActivityType } from "@cte-partnerships/domain/activity";
import { defineAgency } from "@cte-partnerships/domain/agency";
import { nyc } from "@cte-partnerships/domain/nyc";
import { Zone } from "@cte-partnerships/domain/shared";
import { localCouncil, meetsTwice } from "./local-council.ts";

export { words } from "./words.ts";

// An office that does not exist, in a state that does: the rows are examples, the rules of local-council.ts are Iowa's.
const example = {
  authority: "editorial",
  citation: "An example: an office that does not exist",
  retrievedOn: "2026-11-26",
  confidence: "verified",
  from: "2026-07-01",
  aliases: [],
} as const;

/** A workplace tour is a workplace tour in Iowa too; what New York's page says of hours and levels is New York's, and stays there. */
const taken = (
  id: string,
): Pick<ActivityType, "title" | "description" | "purpose" | "audiences" | "settings" | "groupShape" | "asks" | "details" | "ceds" | "hours"> => {
  const row = nyc.activityTypes.on("2026-11-26").find((one) => one.id === id);
  if (!row) throw new Error(`there is no ${id}`);
  const { title, description, purpose, audiences, settings, groupShape, asks, details, ceds, hours } = row;
  return { title, description, purpose, audiences, settings, groupShape, asks, details, ceds, hours };
};

export const agency = defineAgency({
  id: "prairie-example",
  title: "Prairie Example Career Partnership",
  office: { title: "Partnership Office" },
  zone: Zone.parse("America/Chicago"),
  // Counties, where New York has boroughs.
  boroughs: [
    { ...example, id: "bor_polk", label: "Polk County" },
    { ...example, id: "bor_story", label: "Story County" },
  ],
  commissions: [
    { ...example, id: "cms_health-sciences", label: "Health Sciences Council" },
    { ...example, id: "cms_agriculture", label: "Agriculture, Food and Natural Resources Council" },
  ],
  schools: [{ id: "sch_prairie-example-high", label: "Prairie Example High School", aliases: [], boroughId: "bor_polk", from: "2026-07-01" }],
  activityTypes: [{ ...example, ...taken("act_workplace-tour"), id: "act_workplace-tour", label: "Workplace Tour", documents: [] }],
  calendar: [],
  subjects: { "local-council": localCouncil },
  rules: {
    added: [{ subjectId: "local-council", rule: meetsTwice }],
    switchedOff: [
      {
        ruleId: "local-council.meets-twice",
        because: "An example: the regional council sets its own calendar from this school year on.",
        from: "2027-07-01",
      },
    ],
  },
});
