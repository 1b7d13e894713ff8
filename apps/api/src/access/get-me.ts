import { type Action, type Agency, actions, type Instant, reachOf } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import type { Me } from "./contract.ts";
import type { SignedIn } from "./find-actor.ts";

/** Who is signed in, what they may do somewhere, and the agency's names for what the console shows. */
export function getMe(deps: Pick<Deps, "agency" | "config" | "now">, actor: SignedIn): Me {
  const { agency, config } = deps;
  const now = deps.now();
  const titled = (rows: readonly { id: string; title: string }[]) => rows.map(({ id, title }) => ({ id, title }));
  return {
    user: { id: actor.userId, name: actor.name },
    grants: [...actor.grants],
    may: (Object.keys(actions) as Action[]).filter((action) => isSomewhere(actor, action, now)),
    mayHost: hostsOf(agency, actor, now),
    agency: {
      title: agency.title,
      office: agency.office.title,
      zone: agency.zone,
      boroughs: titled(agency.boroughs),
      commissions: titled(agency.commissions),
      schools: agency.schools.map(({ id, title, boroughId }) => ({ id, title, boroughId })),
      activityTypes: agency.activityTypes.map(({ id, title, description, purpose }) => ({ id, title, description, purpose })),
    },
    publicOrigin: config.publicOrigin,
  };
}

const isSomewhere = (actor: SignedIn, action: Action, now: Instant) => {
  const reach = reachOf(actor, action, now);
  return reach.kind === "city" || reach.hosts.length > 0;
};

function hostsOf(agency: Agency, actor: SignedIn, now: Instant): Me["mayHost"] {
  const all = [
    { host: "office", title: agency.office.title },
    ...[...agency.commissions, ...agency.schools].map(({ id, title }) => ({ host: id as string, title })),
  ];
  const reach = reachOf(actor, "make_event", now);
  if (reach.kind === "city") return all;
  const words = new Set(reach.hosts.map((host) => (host.kind === "commission" ? (host.commissionId as string) : host.schoolId)));
  return all.filter(({ host }) => words.has(host));
}
