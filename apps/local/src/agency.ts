import { agency as deployed } from "@cte-partnerships/api/local";
import { type Agency, BoroughId, defineAgency, type School, SchoolId } from "@cte-partnerships/domain";

const school = (word: string, title: string, borough: string): School => ({
  id: SchoolId.parse(`sch_${word}`),
  title: `${title} (invented)`,
  boroughId: BoroughId.parse(`bor_${borough}`),
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
  const here = invented.filter(({ id, boroughId }) => agency.boroughs.some((row) => row.id === boroughId) && !agency.schools.some((row) => row.id === id));
  return defineAgency({ ...agency, schools: [...agency.schools, ...here] });
}
