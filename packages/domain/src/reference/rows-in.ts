/** A table whose rows a fact names by their ids. */
export type NamedTable =
  | "activity_types"
  | "approval_stages"
  | "barred_work"
  | "boroughs"
  | "career_clusters"
  | "clearance_bases"
  | "commissions"
  | "partner_kinds"
  | "registered_types"
  | "working_papers";

/**
 * For the metadata of a fact that is an id: in which table it stands, so that a form can offer rows by their names. `z.toJSONSchema` of
 * a subject's facts tells it as `rowsIn`; the JSON Schemas that come with the package leave it out.
 *
 * @example
 * rowsIn("career_clusters") // { rowsIn: "career_clusters" }
 */
// @__NO_SIDE_EFFECTS__
export const rowsIn = (table: NamedTable): { rowsIn: NamedTable } => ({ rowsIn: table });
