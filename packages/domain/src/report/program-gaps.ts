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

type Counts = "countsAsIndustry" | "countsAsPostsecondary";

/** Asked once for each kind and name: a city has thousands of partners and few kinds. */
function answersBy(snapshot: PartnershipSnapshot, count: Counts, tables: PartnerTables, on: IsoDate): ReadonlyMap<PartnerId, Answer> {
  const laidDown = new Set(tables.known.on(on).flatMap(({ id, label, aliases }) => [id, label, ...aliases].map(nameKey)));
  const plain = new Map<string, Answer>();
  return new Map(
    snapshot.partners.map((partner) => {
      const { name, kind } = partner;
      if (name !== undefined && laidDown.has(nameKey(name))) return [partner.id, countsAs(count, partner, tables, on)];
      const key = `${kind} ${name === undefined}`;
      if (!plain.has(key)) plain.set(key, countsAs(count, partner, tables, on));
      return [partner.id, plain.get(key)];
    }),
  );
}

function gapOf(programId: ProgramId, partnerIds: Iterable<PartnerId>, answers: ReadonlyMap<PartnerId, Answer>, need: number): PartnerGap {
  let have = 0;
  let open = 0;
  for (const id of partnerIds) {
    const answer = answers.get(id);
    if (answer) have++;
    else if (answer === undefined) open++;
  }
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
  const industry = answersBy(snapshot, "countsAsIndustry", tables, on);
  const postsecondary = answersBy(snapshot, "countsAsPostsecondary", tables, on);
  const shortOfIndustry: PartnerGap[] = [];
  const withoutPostsecondary: PartnerGap[] = [];
  const expiring: ExpiringApproval[] = [];
  const approvalNotKnown: ProgramId[] = [];
  for (const { id, partnerIds, isApproved, expiresOn } of snapshot.programs) {
    const partners = new Set(partnerIds);
    const byIndustry = gapOf(id, partners, industry, policy.industryPartners);
    if (byIndustry.verdict !== "met") shortOfIndustry.push(byIndustry);
    const byPostsecondary = gapOf(id, partners, postsecondary, policy.postsecondaryPartners);
    if (byPostsecondary.verdict !== "met") withoutPostsecondary.push(byPostsecondary);
    if (isApproved === undefined || (isApproved && expiresOn === undefined)) approvalNotKnown.push(id);
    if (!isApproved || expiresOn === undefined) continue;
    const daysLeft = daysBetween(on, expiresOn);
    if (daysLeft <= policy.expiringWithinDays) expiring.push({ programId: id, expiresOn, daysLeft });
  }
  expiring.sort((one, other) => one.daysLeft - other.daysLeft || (one.programId < other.programId ? -1 : 1));
  return { shortOfIndustry, withoutPostsecondary, expiring, approvalNotKnown };
}
