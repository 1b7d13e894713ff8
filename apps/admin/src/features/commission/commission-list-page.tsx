import { type CommissionRow, labelOf } from "@cte-partnerships/domain/agency";
import { type CommissionRoleRow, commissionRoles } from "@cte-partnerships/domain/commission";
import { clusters } from "@cte-partnerships/domain/reference";
import type { IsoDate } from "@cte-partnerships/domain/shared";
import { Badge, Button, Group, Stack, Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { agency, sectorClusters, sectorIndustries, subjects } from "../../lib/agency.ts";
import { dateInWords, spanInWords, todayIn } from "../../lib/days.ts";
import { useMe } from "../../lib/me.ts";
import { authorityWords, confidenceInWords } from "../../lib/source-words.ts";
import { Citation } from "../../ui/citation.tsx";
import { DayInput } from "../../ui/day-input.tsx";
import { IconUsersGroup } from "../../ui/icons.ts";
import { AnchorLink } from "../../ui/link.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Panel } from "../../ui/panel.tsx";
import { StatePage } from "../../ui/state-page.tsx";
import classes from "./commission.module.css";

const route = getRouteApi("/_console/commissions/");

/** The sector commissions as of a day: their names, their sectors, and whom each of them needs. */
export function CommissionListPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const today = todayIn(useMe().agency.zone);
  const on = (search.on as IsoDate | undefined) ?? today;
  const change = (day: string | undefined) => void navigate({ search: { on: day }, replace: true, resetScroll: false });
  const commissions = agency.commissions.on(on);
  return (
    <>
      <PageHeader
        title="Commissions"
        summary="Bodies of one sector each, of teachers, administrators, colleges and firms. A commission may stand in for a school's advisory board."
      />
      <Group gap="sm" align="flex-end" mb="md">
        <DayInput label="As of" value={on} onChange={(day) => change(day === today ? undefined : day)} />
        {on !== today && (
          <Button variant="default" onClick={() => change(undefined)}>
            Today
          </Button>
        )}
      </Group>
      <Text role="status" size="sm" c="dimmed" mb={8} mih={21}>
        {`${commissions.length === 1 ? "1 commission" : `${commissions.length} commissions`} as of ${dateInWords(on)}`}
      </Text>
      {commissions.length === 0 ? (
        <StatePage icon={IconUsersGroup} title="No commission on that day">
          Choose another day.
        </StatePage>
      ) : (
        <Stack gap="lg">
          <RolesPanel roles={commissionRoles.on(on)} />
          <div className={classes.cards}>
            {commissions.map((commission) => (
              <CommissionPanel key={commission.id} commission={commission} on={on} />
            ))}
          </div>
        </Stack>
      )}
    </>
  );
}

/** The question of whether a commission may stand in for a board, where the agency asks it. */
const proxyId = "commission-proxy";

function RolesPanel({ roles }: { roles: readonly CommissionRoleRow[] }) {
  return (
    <Panel
      title="Whom every commission needs"
      actions={
        subjects.some(({ id }) => id === proxyId) && (
          <AnchorLink to="/rules/$subjectId" params={{ subjectId: proxyId }} size="sm" underline="always">
            When may it stand in for a board?
          </AnchorLink>
        )
      }
    >
      <ul className={classes.roles}>
        {roles.map(({ id, label, neededAtLeast, ...source }) => (
          <li key={id}>
            <div className={classes.role}>
              <Text fw={600}>{label}</Text>
              <Badge tt="none" fw={550} size="lg" fz={13}>
                {neededAtLeast.value === 0 ? "None needed" : `At least ${neededAtLeast.value}`}
              </Badge>
            </div>
            <Citation authority={authorityWords[source.authority]} citation={source.citation} url={source.url} confidence={confidenceInWords(source)} />
            {neededAtLeast.citation !== source.citation && (
              <Text size="sm" c="dimmed" component="div" mt={2}>
                The number:{" "}
                <Citation
                  authority={authorityWords[neededAtLeast.authority]}
                  citation={neededAtLeast.citation}
                  url={neededAtLeast.url}
                  confidence={confidenceInWords(neededAtLeast)}
                />
              </Text>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function CommissionPanel({ commission, on }: { commission: CommissionRow; on: IsoDate }) {
  const { id, label, authority, citation, url } = commission;
  const others = agency.commissions.history(id).filter((row) => row.from !== commission.from);
  const sector = sectorClusters.on(on).filter(({ commissionId }) => commissionId === id);
  const clustersInWords = (wanted: "primary" | "secondary") =>
    sector
      .filter(({ rank }) => rank === wanted)
      .map(({ clusterId }) => labelOf(clusters, clusterId, on) ?? clusterId)
      .join("; ");
  const industries = sectorIndustries.on(on).filter(({ commissionId }) => commissionId === id);
  return (
    <Panel
      title={label}
      actions={
        <AnchorLink to="/events" search={{ host: id }} size="sm" underline="always" aria-label={`Its events: ${label}`}>
          Its events
        </AnchorLink>
      }
    >
      <dl className={classes.facts}>
        {(others.length > 0 || spanInWords(commission) !== "long-standing") && (
          <div>
            <dt>Its name</dt>
            <dd>
              {label}, {spanInWords(commission)}
              {others.map((row) => (
                <Text key={row.from} size="sm" c="dimmed">
                  {row.label}, {spanInWords(row)}
                </Text>
              ))}
            </dd>
          </div>
        )}
        <div>
          <dt>Career clusters of its sector</dt>
          <dd>
            {sector.length === 0 ? "None on that day: the clusters of the national framework are younger." : clustersInWords("primary")}
            {clustersInWords("secondary") !== "" && (
              <Text size="sm" c="dimmed">
                Also {clustersInWords("secondary")}
              </Text>
            )}
          </dd>
        </div>
        {industries.length > 0 && (
          <div>
            <dt>Where its firms are filed (NAICS)</dt>
            <dd className="figures">{industries.map(({ naics }) => naics).join(", ")}</dd>
          </div>
        )}
      </dl>
      <Citation authority={authorityWords[authority]} citation={citation} url={url} confidence={confidenceInWords(commission)} />
      {(sector.length > 0 || industries.length > 0) && (
        <Text size="sm" c="dimmed" mt={2}>
          Clusters and industries: editorial, and no definition of the sector.
        </Text>
      )}
    </Panel>
  );
}
