import { type Action, type Agency, actions, type Dated, type DatedTable, dateIn, type Instant, type IsoDate, reachOf } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import type { Me } from "./contract.ts";
import type { SignedIn } from "./find-actor.ts";

/** Who is signed in, what they may do somewhere, and the agency's names for what the console shows. */
export function getMe(deps: Pick<Deps, "agency" | "config" | "now">, actor: SignedIn): Me {
  const { agency, config } = deps;
  const now = deps.now();
  const today = dateIn(agency.zone, now);
  const titled = (table: DatedTable<Dated & { label: string }>) => table.on(today).map(({ id, label }) => ({ id, title: label }));
  return {
    user: { id: actor.userId, name: actor.name },
    grants: [...actor.grants],
    may: (Object.keys(actions) as Action[]).filter((action) => isSomewhere(actor, action, now)),
    mayHost: hostsOf(agency, actor, now, today),
    agency: {
      title: agency.title,
      office: agency.office.title,
      zone: agency.zone,
      boroughs: titled(agency.boroughs),
      commissions: titled(agency.commissions),
      schools: agency.schools.on(today).map(({ id, label, boroughId }) => ({ id, title: label, boroughId })),
      activityTypes: agency.activityTypes.on(today).map(({ id, label, description, purpose }) => ({ id, title: label, description: description.en, purpose })),
    },
    publicOrigin: config.publicOrigin,
  };
}

const isSomewhere = (actor: SignedIn, action: Action, now: Instant) => {
  const reach = reachOf(actor, action, now);
  return reach.kind === "city" || reach.hosts.length > 0;
};

function hostsOf(agency: Agency, actor: SignedIn, now: Instant, today: IsoDate): Me["mayHost"] {
  const all = [
    { host: "office", title: agency.office.title },
    ...[...agency.commissions.on(today), ...agency.schools.on(today)].map(({ id, label }) => ({ host: id as string, title: label })),
  ];
  const reach = reachOf(actor, "make_event", now);
  if (reach.kind === "city") return all;
  const words = new Set(reach.hosts.map((host) => (host.kind === "commission" ? (host.commissionId as string) : host.schoolId)));
  return all.filter(({ host }) => words.has(host));
}
