import { type Agency, BoroughId, defineAgency, SchoolId } from "@cte-partnerships/domain";
import { nyc } from "@cte-partnerships/domain/nyc";

const school = (word: string, title: string, borough: string) => ({
  id: SchoolId.parse(`sch_${word}`),
  title: `${title} (invented)`,
  boroughId: BoroughId.parse(`bor_${borough}`),
});

/** New York City, with schools that are a deployment's own to name: here they are invented. */
export const agency: Agency = defineAgency({
  ...nyc,
  schools: [
    school("harbor-high", "Harbor High School", "brooklyn"),
    school("bridge-academy", "Bridge Academy", "bronx"),
    school("canal-street-tech", "Canal Street Tech", "manhattan"),
    school("flushing-meadow-high", "Flushing Meadow High School", "queens"),
    school("north-shore-career", "North Shore Career School", "staten-island"),
  ],
});
