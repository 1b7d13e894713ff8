import { countsAs, type PartnerTables } from "../partner/partner-present.ts";
import type { Answer } from "../rule/answer.ts";
import type { Verdict } from "../rule/finding.ts";
import { daysBetween, type IsoDate } from "../shared/date.ts";
import type { PartnerId, ProgramId } from "../shared/id.ts";
import { nameKey } from "../shared/name-key.ts";
import type { GapPolicy } from "./gap-policy.ts";
import type { PartnershipSnapshot } from "./partnership-snapshot.ts";

/** Whether a program has as many partners as it needs. Of `open` partners the kind is not known. */
export interface PartnerGap {
  programId: ProgramId;
  /** Unmet where it is short whatever the open ones are; unknown where they decide. */
  verdict: Verdict;
  have: number;
  open: number;
  need: number;
}

/** An approval that ends soon, or has ended. */
export interface ExpiringApproval {
  programId: ProgramId;
  expiresOn: IsoDate;
  /** Negative where it has ended. */
  daysLeft: number;
}

/** What programs lack. Programs with nothing to say about are left out. */
export interface ProgramGaps {
  shortOfIndustry: readonly PartnerGap[];
  withoutPostsecondary: readonly PartnerGap[];
  expiring: readonly ExpiringApproval[];
  /** Programs of which it is not known whether they are approved, or until when. */
  approvalNotKnown: readonly ProgramId[];
}

/** What a partner counts as. */
interface Counts {
  industry: Answer;
  postsecondary: Answer;
}

/** Asked once for each kind and name that is laid down: a city has thousands of partners and few kinds. */
function countsOf(snapshot: PartnershipSnapshot, tables: PartnerTables, on: IsoDate): ReadonlyMap<PartnerId, Counts> {
  const laidDown = new Set(tables.known.on(on).flatMap(({ id, label, aliases }) => [id, label, ...aliases].map(nameKey)));
  const asked = new Map<string, Counts>();
  const counts = new Map<PartnerId, Counts>();
  for (const partner of snapshot.partners) {
    const { id, name, kind = "" } = partner;
    const known = name === undefined ? undefined : nameKey(name);
    const key = known === undefined ? `${kind}?` : laidDown.has(known) ? `${kind} ${known}` : kind;
    let answer = asked.get(key);
    if (!answer) {
      answer = { industry: countsAs("countsAsIndustry", partner, tables, on), postsecondary: countsAs("countsAsPostsecondary", partner, tables, on) };
      asked.set(key, answer);
    }
    counts.set(id, answer);
  }
  return counts;
}

function gapOf(programId: ProgramId, answers: readonly Answer[], need: number): PartnerGap {
  const have = answers.filter((answer) => answer === true).length;
  const open = answers.filter((answer) => answer === undefined).length;
  return { programId, verdict: have >= need ? "met" : have + open >= need ? "unknown" : "unmet", have, open, need };
}

/**
 * Which programs are short of industry partners, have no postsecondary partner, or have an approval that ends soon. A partner whose
 * kind is not known counts neither for nor against: where it would decide, the verdict is unknown.
 *
 * @example
 * programGaps({ schools: [], programs: [], partners: [], engagements: [], activityTypeIds: [] }, "2026-11-24", defaultGapPolicy, partnerTables).expiring // []
 */
export function programGaps(snapshot: PartnershipSnapshot, on: IsoDate, policy: GapPolicy, tables: PartnerTables): ProgramGaps {
  const counts = countsOf(snapshot, tables, on);
  const shortOfIndustry: PartnerGap[] = [];
  const withoutPostsecondary: PartnerGap[] = [];
  const expiring: ExpiringApproval[] = [];
  const approvalNotKnown: ProgramId[] = [];
  for (const { id, partnerIds, isApproved, expiresOn } of snapshot.programs) {
    const partners = [...new Set(partnerIds)].map((partner) => counts.get(partner));
    const byIndustry = gapOf(
      id,
      partners.map((partner) => partner?.industry),
      policy.industryPartners,
    );
    if (byIndustry.verdict !== "met") shortOfIndustry.push(byIndustry);
    const byPostsecondary = gapOf(
      id,
      partners.map((partner) => partner?.postsecondary),
      policy.postsecondaryPartners,
    );
    if (byPostsecondary.verdict !== "met") withoutPostsecondary.push(byPostsecondary);
    if (isApproved === undefined || (isApproved && expiresOn === undefined)) approvalNotKnown.push(id);
    if (!isApproved || expiresOn === undefined) continue;
    const daysLeft = daysBetween(on, expiresOn);
    if (daysLeft <= policy.expiringWithinDays) expiring.push({ programId: id, expiresOn, daysLeft });
  }
  expiring.sort((one, other) => one.daysLeft - other.daysLeft || (one.programId < other.programId ? -1 : 1));
  return { shortOfIndustry, withoutPostsecondary, expiring, approvalNotKnown };
}
