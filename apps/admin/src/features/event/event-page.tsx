import { ActionIcon, Alert, Anchor, CopyButton, Group, List, Stack, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useRef } from "react";
import type { EventDetail } from "../../lib/api/event.ts";
import { hostInWords, titleOf } from "../../lib/host.ts";
import { useMe } from "../../lib/me.ts";
import { IconAlertTriangle, IconBan, IconCheck, IconCopy } from "../../ui/icons.ts";
import { AnchorLink } from "../../ui/link.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Panel } from "../../ui/panel.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { Trail } from "../../ui/trail.tsx";
import { EventActions } from "./event-actions.tsx";
import { EventFacts } from "./event-facts.tsx";
import classes from "./event-page.module.css";
import { publishFaultWords, questionKindWords, statusWords } from "./event-words.ts";
import { fieldId, fieldLabel } from "./field-label.ts";
import { eventQuery } from "./queries.ts";
import { SeriesPanel } from "./series-panel.tsx";
import { SessionList } from "./session-list.tsx";

// What a detail is called only its activity type knows: loaded where there are any.
const EventDetails = lazy(() => import("./event-details.tsx").then((module) => ({ default: module.EventDetails })));

const route = getRouteApi("/_console/events/$eventId/");

/** One event: how its sessions fill, what it says, and what may be done with it now. */
export function EventPage() {
  const { eventId } = route.useParams();
  const { data } = useSuspenseQuery({ ...eventQuery(eventId), refetchInterval: 5_000 });
  const { agency, publicOrigin } = useMe();
  const { event } = data;
  const { label, dot } = statusWords[event.status];
  const faults = useRef<HTMLDivElement>(null);
  const isPublic = event.status === "published" || event.status === "closed";
  const address = `${publicOrigin}/events/${event.slug}`;
  return (
    <>
      <PageHeader
        title={event.title}
        trail={
          <Trail>
            <AnchorLink to="/events" size="sm">
              Events
            </AnchorLink>
          </Trail>
        }
        mark={<StatusBadge dot={dot}>{label}</StatusBadge>}
        summary={`${titleOf(agency.activityTypes, event.activityTypeId)}, hosted by ${hostInWords(agency, event.host)}`}
        actions={<EventActions detail={data} onFaults={() => faults.current?.focus()} />}
      />
      <Stack gap="lg">
        {event.status === "cancelled" && (
          <Alert color="red" icon={<IconBan size={19} />} title="This event was cancelled">
            {event.reason}
          </Alert>
        )}
        {isPublic && (
          <Group gap={6} wrap="nowrap" className={classes.address ?? ""}>
            <Text size="sm" c="dimmed" style={{ flex: "none" }}>
              Public page
            </Text>
            <Anchor href={address} target="_blank" rel="noreferrer" size="sm" truncate>
              {address}
            </Anchor>
            <CopyButton value={address}>
              {({ copied, copy }) => (
                <ActionIcon size="md" color="gray" onClick={copy} aria-label={copied ? "Address copied" : "Copy the public address"}>
                  {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
                </ActionIcon>
              )}
            </CopyButton>
          </Group>
        )}
        <Faults ref={faults} detail={data} />
        <div className={classes.columns}>
          <Stack gap="lg" style={{ minWidth: 0 }}>
            <SessionList detail={data} />
            <Panel title="Description">
              {event.description === "" ? <Text c="dimmed">No description yet.</Text> : <Text className={classes.description ?? ""}>{event.description}</Text>}
            </Panel>
            <Panel title="Questions of the sign-up form">
              {event.questions.length === 0 ? (
                <Text c="dimmed">The form asks for name and address alone.</Text>
              ) : (
                <ol className={classes.questions}>
                  {event.questions.map((question) => (
                    <li key={question.id}>
                      <Text fw={600}>
                        {question.label}
                        {question.isRetired && (
                          <Text component="span" c="dimmed" fw={400}>
                            {" "}
                            (retired: asked no more)
                          </Text>
                        )}
                      </Text>
                      <Text size="sm" c="dimmed">
                        {questionKindWords[question.kind]}, {question.required ? "must be answered" : "may be left out"}
                        {"options" in question && `: ${question.options.map((option) => option.label).join(", ")}`}
                      </Text>
                    </li>
                  ))}
                </ol>
              )}
            </Panel>
          </Stack>
          <Stack gap="lg" style={{ minWidth: 0 }}>
            {event.series && <SeriesPanel detail={data} />}
            <EventFacts event={event} />
            {event.details && (
              <Suspense>
                <EventDetails event={event} />
              </Suspense>
            )}
          </Stack>
        </div>
      </Stack>
    </>
  );
}

/** What stands between a draft and its public. */
function Faults({ detail, ref }: { detail: EventDetail; ref: React.Ref<HTMLDivElement> }) {
  const { event, publishFaults, may } = detail;
  if (event.status !== "draft" || publishFaults.length === 0) return null;
  return (
    <Alert ref={ref} tabIndex={-1} icon={<IconAlertTriangle size={19} />} title="Before this can be published" className={classes.faults ?? ""}>
      <List size="sm" spacing={4}>
        {publishFaults.map(({ path, reason }) => {
          const words = `${fieldLabel(path.join("."))}: ${publishFaultWords[reason].charAt(0).toLowerCase()}${publishFaultWords[reason].slice(1)}`;
          return (
            <List.Item key={`${path.join(".")} ${reason}`}>
              {may.includes("edit_event") ? (
                <AnchorLink to="/events/$eventId/edit" params={{ eventId: event.id }} hash={fieldId(path.join("."))} size="sm" c="inherit" underline="always">
                  {words}
                </AnchorLink>
              ) : (
                words
              )}
            </List.Item>
          );
        })}
      </List>
    </Alert>
  );
}
