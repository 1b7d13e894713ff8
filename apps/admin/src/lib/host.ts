import type { CommissionId, Host, SchoolId } from "@cte-partnerships/domain";
import type { Me } from "./api/session.ts";

/** A host as one word, for selects and the address bar: `office`, or the id of a commission or school. */
export function hostKey(host: Host): string {
  if (host.kind === "office") return "office";
  return host.kind === "commission" ? host.commissionId : host.schoolId;
}

export function hostOf(key: string): Host {
  if (key === "office") return { kind: "office" };
  return key.startsWith("sch_") ? { kind: "school", schoolId: key as SchoolId } : { kind: "commission", commissionId: key as CommissionId };
}

/** The host's name as people know it; its id where the agency knows it no more. */
export function hostName(agency: Pick<Me["agency"], "office" | "commissions" | "schools">, host: Host): string {
  if (host.kind === "office") return agency.office;
  const rows = host.kind === "commission" ? agency.commissions : agency.schools;
  return titleOf(rows, hostKey(host));
}

/** The host in the middle of a sentence: a commission's name alone ("Healthcare") would be read as a subject. */
export function hostInWords(agency: Parameters<typeof hostName>[0], host: Host): string {
  const name = hostName(agency, host);
  if (host.kind === "school") return name;
  const whole = host.kind === "office" || /\b(commission|council|board)$/i.test(name) ? name : `${name} commission`;
  // An agency may write its own article: The Partnership Office.
  return `the ${whole.replace(/^the /i, "")}`;
}

export const titleOf = (rows: readonly { id: string; title: string }[], id: string): string => rows.find((row) => row.id === id)?.title ?? id;
