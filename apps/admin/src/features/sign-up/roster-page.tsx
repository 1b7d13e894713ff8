import { Alert, Button, Paper, SimpleGrid, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useState } from "react";
import type { Roster, RosterRow } from "../../lib/api/roster.ts";
import { useCommands } from "../../lib/commands.ts";
import { allows } from "../../lib/me.ts";
import { messageOf } from "../../lib/messages.ts";
import { daysOf, timesOf } from "../../lib/moments.ts";
import { useRecentEvent } from "../../lib/recent-events.ts";
import { useSessionEnded } from "../../lib/session-state.ts";
import { IconAlertTriangle, IconCalendarEvent, IconClipboardText, IconLock, IconMail, IconPencil, IconUserPlus } from "../../ui/icons.ts";
import { AnchorLink } from "../../ui/link.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SeatMeter } from "../../ui/seat-meter.tsx";
import { StatePage } from "../../ui/state-page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { Trail } from "../../ui/trail.tsx";
import { AddPersonDialog } from "./add-person-dialog.tsx";
import { CapacityDialog } from "./capacity-dialog.tsx";
import type { Writing } from "./message-draft.ts";
import { PeopleSection } from "./people-section.tsx";
import { PrintPages } from "./print-pages.tsx";
import { rosterQuery } from "./queries.ts";
import classes from "./roster.module.css";
import type { RosterSearch } from "./search.ts";
import { unsettledWords } from "./sign-up-words.ts";
import { TakeOut } from "./take-out.tsx";
import { WriteMenu, WriteToPeople } from "./write-to-people.tsx";

const PasteDialog = lazy(() => import("./paste-dialog.tsx").then((module) => ({ default: module.PasteDialog })));

const route = getRouteApi("/_console/sessions/$sessionId");

/** The truth is asked for this often while somebody looks: with the way there and back it shows within two seconds. */
const followEveryMilliseconds = 1_000;

/** A session's roster, following what happens. */
export function RosterPage() {
  const { sessionId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const isEnded = useSessionEnded();
  const roster = useSuspenseQuery({
    ...rosterQuery(sessionId),
    // Rests while the page is hidden, and catches up when it is looked at again.
    refetchInterval: isEnded ? false : followEveryMilliseconds,
    refetchIntervalInBackground: false,
    refetchOnWindowFocus: "always",
  });
  const { body } = roster.data;
  const [dialog, setDialog] = useState<"add" | "paste" | "capacity" | undefined>(undefined);
  // From its first opening on it is there, closed or open: what was pasted waits in it.
  const [isPasteWanted, setPasteWanted] = useState(false);
  const [writing, setWriting] = useState<Writing | undefined>(undefined);
  const [isListShown, setListShown] = useState(false);
  const writeTo = useCallback((people: readonly RosterRow[]) => setWriting({ to: "people", people }), []);
  const paste = () => {
    setPasteWanted(true);
    setDialog("paste");
  };
  const { event, session, seats, may } = body;
  const hasStarted = Date.parse(session.startsAt) <= Date.now();
  const isOpen = !hasStarted && !seats.isCancelled && event.status !== "cancelled" && event.status !== "done";
  const day = daysOf(session.startsAt, session.startsAt, event.zone);
  const print = (kind: RosterSearch["print"]) => void navigate({ search: (before) => ({ ...before, print: kind }) });
  const mayAdd = isOpen && allows(may, "add_sign_up") && event.status !== "draft";
  const mayChangeCapacity = isOpen && allows(may, "change_capacity");
  const mayWrite = body.showsPeople && allows(may, "write_to_people");
  useRecentEvent(event);
  useCommands([
    ...(mayAdd ? [{ id: "add", title: "Add a person", icon: IconUserPlus, run: () => setDialog("add") }] : []),
    ...(mayAdd ? [{ id: "paste", title: "Add a pasted list of people", icon: IconClipboardText, run: paste } as const] : []),
    ...(mayWrite ? [{ id: "write", title: "Write to people", icon: IconMail, run: () => setWriting({ to: "states" }) } as const] : []),
    ...(mayChangeCapacity ? [{ id: "capacity", title: "Change capacity", icon: IconPencil, run: () => setDialog("capacity") } as const] : []),
    {
      id: "event",
      title: `The event: ${event.title}`,
      icon: IconCalendarEvent,
      run: () => void navigate({ to: "/events/$eventId", params: { eventId: event.id } }),
    },
  ]);
  if (search.print !== undefined && body.showsPeople) return <PrintPages roster={body} kind={search.print} onBack={() => print(undefined)} />;
  return (
    <>
      <PageHeader
        title={session.label ? `${session.label}, ${day}` : day}
        tabTitle={`Roster: ${event.title}`}
        trail={
          <Trail>
            <AnchorLink to="/events" size="sm">
              Events
            </AnchorLink>
            <AnchorLink to="/events/$eventId" params={{ eventId: event.id }} size="sm">
              {event.title}
            </AnchorLink>
          </Trail>
        }
        mark={seats.isCancelled && <StatusBadge dot="cancelled">Cancelled</StatusBadge>}
        summary={`Roster, ${timesOf(session.startsAt, session.endsAt, event.zone)}`}
        actions={
          <>
            {body.showsPeople && <TakeOut roster={body} onPrint={print} />}
            {mayWrite && <WriteMenu onWrite={() => setWriting({ to: "states" })} onShow={() => setListShown(true)} />}
            {mayChangeCapacity && (
              <Button variant="default" leftSection={<IconPencil size={18} stroke={1.7} />} onClick={() => setDialog("capacity")}>
                Change capacity
              </Button>
            )}
            {mayAdd && (
              <Button variant="default" leftSection={<IconClipboardText size={18} stroke={1.7} />} onClick={paste}>
                Add a list
              </Button>
            )}
            {mayAdd && (
              <Button leftSection={<IconUserPlus size={18} stroke={1.7} />} onClick={() => setDialog("add")}>
                Add a person
              </Button>
            )}
          </>
        }
      />
      {roster.isRefetchError && !body.showsPeople && (
        <Alert color="red" mb="md" icon={<IconAlertTriangle size={18} />} title="This roster may be out of date" role="alert">
          {messageOf(roster.error)} It is tried again by itself.
        </Alert>
      )}
      {!isOpen && (
        <Text c="dimmed" mb="md">
          {seats.isCancelled || event.status === "cancelled"
            ? "The session was cancelled: nobody takes part in it."
            : "The session has started: its sign-ups stay as they are."}
        </Text>
      )}
      <Counts roster={body} />
      {body.showsPeople ? (
        <PeopleSection roster={body} isOpen={isOpen} onWrite={mayWrite ? writeTo : undefined} failure={roster.isRefetchError ? roster.error : undefined} />
      ) : (
        <Paper withBorder mt="lg">
          <StatePage icon={IconLock} title="You see counts only">
            Names and addresses are personal data. Your role shows how many signed up, not who. A director of your agency can give you a role that does.
          </StatePage>
        </Paper>
      )}
      {isOpen && (
        <>
          <AddPersonDialog isOpen={dialog === "add"} roster={body} onClose={() => setDialog(undefined)} />
          <CapacityDialog isOpen={dialog === "capacity"} roster={body} onClose={() => setDialog(undefined)} />
          <Suspense fallback={null}>{isPasteWanted && <PasteDialog isOpen={dialog === "paste"} roster={body} onClose={() => setDialog(undefined)} />}</Suspense>
        </>
      )}
      {mayWrite && <WriteToPeople roster={body} writing={writing} onWrite={setWriting} isListShown={isListShown} onHideList={() => setListShown(false)} />}
    </>
  );
}

function Counts({ roster }: { roster: Roster }) {
  const { seats, unsettled, showsPeople } = roster;
  const over = seats.remaining < 0;
  const tiles = [
    { name: "Confirmed", count: seats.confirmed, unit: "people" },
    { name: "Held", count: seats.held, unit: "people, to decide" },
    { name: "Waiting", count: seats.waiting, unit: seats.waitlistLimit === 0 ? "no waiting list" : "parties in line" },
    { name: over ? "Over capacity" : "Left", count: Math.abs(seats.remaining), unit: `of ${seats.capacity.toLocaleString("en-US")} seats` },
  ];
  return (
    <Paper component="section" withBorder p={{ base: "md", sm: "lg" }} aria-label="Seats">
      <SimpleGrid component="dl" cols={{ base: 2, sm: 4 }} spacing="md" m={0} mb="md">
        {tiles.map(({ name, count, unit }) => (
          <div key={name} className={classes.tile}>
            <dt>{name}</dt>
            <dd className="figures">
              <span className={classes.count} data-over={(over && name === "Over capacity") || undefined}>
                {count.toLocaleString("en-US")}
              </span>{" "}
              <span className={classes.unit}>{unit}</span>
            </dd>
          </div>
        ))}
      </SimpleGrid>
      <SeatMeter capacity={seats.capacity} confirmed={seats.confirmed} held={seats.held} waiting={seats.waiting} label="Seats taken" unit="seats taken" />
      {/* Where people are shown, their table says so: nothing may appear above it and push it down. */}
      {unsettled > 0 && !showsPeople && (
        <Text size="sm" c="dimmed" mt="xs">
          {unsettledWords(unsettled)}.
        </Text>
      )}
    </Paper>
  );
}
