import type { Partner } from "../partner/partner.ts";
import { column } from "./csv.ts";

/** Partners as a table, a row a partner. The office's note is left out: it may speak of people. */
export const partnerColumns = [
  column("partner_id", "text", ({ id }: Partner) => id),
  column("name", "text", ({ name }: Partner) => name),
  column("other_names", "list", ({ otherNames }: Partner) => otherNames),
  column("kind", "text", ({ kind }: Partner) => kind),
  column("status", "text", ({ status }: Partner) => status),
  column("active_since_date", "text", (partner: Partner) => ("activeSince" in partner ? partner.activeSince : undefined)),
  column("ended_date", "text", (partner: Partner) => (partner.status === "ended" ? partner.endedOn : undefined)),
  column("commission_ids", "list", ({ commissionIds }: Partner) => commissionIds),
  column("borough_ids", "list", ({ boroughIds }: Partner) => boroughIds),
  column("naics_code", "text", ({ naicsCode }: Partner) => naicsCode),
  column("website", "text", ({ website }: Partner) => website),
  column("street", "text", ({ address }: Partner) => address?.street),
  column("city", "text", ({ address }: Partner) => address?.city),
  column("region", "text", ({ address }: Partner) => address?.region),
  column("postal_code", "text", ({ address }: Partner) => address?.postalCode),
] as const;
