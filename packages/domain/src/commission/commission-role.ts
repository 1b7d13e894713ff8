import * as z from "zod";
import * as approvalGuide from "../partner/approval-guide.ts";
import { officePolicy } from "../partner/approval-guide.ts";
import { type DatedTable, datedTable, type ReferenceRow } from "../reference/dated-table.ts";
import { longStanding } from "../reference/long-standing.ts";
import type { Stated } from "../reference/sourced.ts";
import type { IsoDate } from "../shared/date.ts";
import type { Commission } from "./commission.ts";

/** Who sits on a commission, seen from what they bring. */
export const CommissionRole = z.enum(["cte_teacher", "school_administrator", "program_coordinator", "industry", "postsecondary", "other"]);
export type CommissionRole = z.infer<typeof CommissionRole>;

/** A role that a commission needs, and how many of it. Who is needed and how many may have different sources. */
export interface CommissionRoleRow extends ReferenceRow<CommissionRole> {
  neededAtLeast: Stated<number>;
}

/**
 * Who a commission is made of. The office's page names them and gives no numbers: those of industry and postsecondary follow from
 * what a review asks for where the commission stands in for a board, the others are the office's to choose.
 */
export const commissionRoles: DatedTable<CommissionRoleRow> = datedTable<CommissionRoleRow>([
  {
    id: "cte_teacher",
    label: "CTE teachers",
    aliases: ["teacher"],
    from: longStanding,
    neededAtLeast: { value: 1, ...officePolicy },
    ...approvalGuide.officePage,
  },
  {
    id: "school_administrator",
    label: "School administrators",
    aliases: ["administrator", "principal", "assistant principal"],
    from: longStanding,
    neededAtLeast: { value: 1, ...officePolicy },
    ...approvalGuide.officePage,
  },
  {
    id: "program_coordinator",
    label: "Program coordinators",
    aliases: ["coordinator"],
    from: longStanding,
    neededAtLeast: { value: 0, ...officePolicy },
    ...approvalGuide.commissions,
  },
  {
    id: "industry",
    label: "Industry partners",
    aliases: ["employer"],
    from: longStanding,
    neededAtLeast: { value: 2, ...approvalGuide.partnerships },
    ...approvalGuide.officePage,
  },
  {
    id: "postsecondary",
    label: "Postsecondary partners",
    aliases: ["college"],
    from: longStanding,
    neededAtLeast: { value: 1, ...approvalGuide.postsecondary },
    ...approvalGuide.officePage,
  },
]);

/** How a commission stands in one role. */
export interface RoleCount {
  row: CommissionRoleRow;
  have: number;
  need: number;
}

/**
 * How many a commission has in each role, and how many it needs: people from schools, organizations among partners, each of
 * these once however many of its people come.
 *
 * @example
 * rolesOf({ members: [] }, "2026-11-24").filter(({ have, need }) => have < need).map(({ row }) => row.id) // ["cte_teacher", "school_administrator", "industry", "postsecondary"]
 */
export function rolesOf({ members }: Pick<Commission, "members">, on: IsoDate, roles = commissionRoles): readonly RoleCount[] {
  return roles.on(on).map((row) => {
    const inRole = members.filter(({ role }) => role === row.id);
    const people = inRole.reduce((sum, member) => sum + (member.from === "school" ? member.people : 0), 0);
    const organizations = new Set(inRole.flatMap((member) => (member.from === "partner" ? [member.partnerId] : [])));
    return { row, have: people + organizations.size, need: row.neededAtLeast.value };
  });
}
