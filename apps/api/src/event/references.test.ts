import { CommissionId, SchoolId, withSchools } from "@cte-partnerships/domain";
import { nyc } from "@cte-partnerships/domain/nyc";
import { describe, expect, it } from "vitest";
import { testDeps } from "../../test/deps.ts";
import { draftEvent } from "../../test/event-fixtures.ts";
import { eventInput } from "../../test/published-event.ts";
import { unknownReferences } from "./references.ts";

const agency = withSchools(nyc, [{ id: "sch_pier", label: "Pier High School", aliases: [], boroughId: "bor_bronx", from: "2020-07-01", to: "2026-06-30" }]);
const pier = { kind: "school", schoolId: SchoolId.parse("sch_pier") } as const;

describe("what an event names", () => {
  it("must be there on the day that it is written", async () => {
    const deps = await testDeps();
    const input = eventInput(deps, [{ capacity: 5 }], { host: pier });
    expect(unknownReferences(agency, input, "2026-06-30")).toEqual([]);
    expect(unknownReferences(agency, input, "2026-07-01")).toEqual(["host"]);
    const healthcare = { ...input, host: { kind: "commission", commissionId: CommissionId.parse("cms_healthcare") } } as const;
    expect([unknownReferences(agency, healthcare, "2023-06-30"), unknownReferences(agency, healthcare, "2023-07-01")]).toEqual([["host"], []]);
  });

  it("may stay where the event named it already, so that an old event can be corrected", async () => {
    const deps = await testDeps();
    const before = { ...(await draftEvent(deps)), host: pier };
    const input = eventInput(deps, [{ capacity: 5 }], { host: pier });
    expect(unknownReferences(agency, input, "2026-11-24", before)).toEqual([]);
    expect(unknownReferences(agency, { ...input, host: { ...pier, schoolId: SchoolId.parse("sch_quay") } }, "2026-11-24", before)).toEqual(["host"]);
  });
});
