import { agency as deployed } from "@cte-partnerships/api/local";
import { type Agency, type SchoolRow, type Written, withSchools } from "@cte-partnerships/domain";

const school = (word: string, title: string, borough: string): Written<SchoolRow> => ({
  id: `sch_${word}`,
  label: `${title} (invented)`,
  aliases: [],
  boroughId: `bor_${borough}`,
  // Before anything that the demonstration shows.
  from: "2000-01-01",
});

const invented = [
  school("harbor-high", "Harbor High School", "brooklyn"),
  school("bridge-academy", "Bridge Academy", "bronx"),
  school("canal-street-tech", "Canal Street Tech", "manhattan"),
  school("flushing-meadow-high", "Flushing Meadow High School", "queens"),
  school("north-shore-career", "North Shore Career School", "staten-island"),
];

/** The agency that is deployed and, where it has New York's boroughs, the invented schools of the demonstration. */
export const agency: Agency = withInventedSchools(deployed);

function withInventedSchools(agency: Agency): Agency {
  const [boroughs, schools] = [new Set<string>(agency.boroughs.ids()), new Set<string>(agency.schools.ids())];
  return withSchools(
    agency,
    invented.filter(({ id, boroughId }) => boroughs.has(boroughId) && !schools.has(id)),
  );
}
