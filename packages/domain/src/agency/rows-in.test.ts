import { expect, it } from "vitest";
import * as z from "zod";
import { registeredTypes } from "../activity/work-based-learning-type.ts";
import { barredWork } from "../opportunity/barred-work.ts";
import { clearanceBases } from "../opportunity/clearance-basis.ts";
import { workingPapers } from "../opportunity/minor-paper.ts";
import { partnerKinds } from "../partner/partner-kind.ts";
import { approvalStages } from "../school/approval-stage.ts";
import { allSubjects } from "./all-subjects.ts";
import { nyc } from "./nyc/index.ts";

interface Shape {
  enum?: readonly string[];
  type?: string;
  items?: Shape;
  properties?: Readonly<Record<string, Shape>>;
  rowsIn?: string;
}

const tables = {
  approval_stages: approvalStages,
  barred_work: barredWork,
  clearance_bases: clearanceBases,
  partner_kinds: partnerKinds,
  registered_types: registeredTypes,
  working_papers: workingPapers,
};
const named = { activityTypeId: "activity_types", boroughId: "boroughs", clusterId: "career_clusters", commissionId: "commissions" };

/** Every fact of a schema with the name under which it stands. */
function factsIn(shape: Shape, name = ""): { name: string; shape: Shape }[] {
  if (shape.properties) return Object.entries(shape.properties).flatMap(([key, inner]) => factsIn(inner, key));
  return shape.items ? factsIn(shape.items, name) : [{ name, shape }];
}
const facts = Object.values(allSubjects(nyc)).flatMap(({ facts: schema }) => factsIn(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Shape));

it("each fact that is chosen from a table's ids says which table, so that a form can offer names", () => {
  for (const [table, { ids }] of Object.entries(tables)) {
    const chosen = facts.filter(({ shape }) => ids().every((id) => shape.enum?.includes(id)));
    expect(chosen.length, table).toBeGreaterThan(0);
    expect(new Set(chosen.map(({ shape }) => shape.rowsIn)), table).toEqual(new Set([table]));
  }
});

it("each fact that is an id as text says in which table it stands", () => {
  for (const [end, table] of Object.entries(named)) {
    const ids = facts.filter(({ name }) => name.replace(/s$/, "").toLowerCase().endsWith(end.toLowerCase()));
    expect(ids.length, end).toBeGreaterThan(0);
    expect(new Set(ids.map(({ shape }) => shape.rowsIn)), end).toEqual(new Set([table]));
  }
});
