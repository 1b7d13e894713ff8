import type { IsoDate } from "@cte-partnerships/domain";
import type { ReactNode } from "react";
import type { CalendarSession } from "../../lib/api/calendar.ts";
import type { Today } from "../../lib/api/today.ts";
import { count as inFigures, people } from "../../lib/counts.ts";
import { dayBriefly, weekdayInWords } from "../../lib/days.ts";
import { allows, useMe } from "../../lib/me.ts";
import { brieflyOf, timesHere, zoneIfElsewhere } from "../../lib/moments.ts";
import { sessionTitle } from "../../lib/session-title.ts";
import { AnchorLink, ButtonLink } from "../../ui/link.tsx";
import { SessionLink } from "../../ui/session-link.tsx";
import classes from "./today.module.css";
import { TodayRow, TodaySection } from "./today-section.tsx";
import { freeInWords, fromToday, lineWords, peopleAtLeast, sessionsInWords, shareInWords, unreachedWords, waitingFor } from "./today-words.ts";

interface Props {
  today: Today;
}

type Told<More> = More & { id: string; session: CalendarSession };

/** What a section names, with its session; one that the answer does not tell of is left out. */
function withSessions<More extends object>(today: Today, named: readonly (More & { sessionId: string })[]): Told<More>[] {
  const byId = new Map<string, CalendarSession>(today.sessions.map((session) => [session.id, session]));
  return named.flatMap((one) => {
    const session = byId.get(one.sessionId);
    return session ? [{ ...one, id: one.sessionId, session }] : [];
  });
}

function When({ session, today }: { session: CalendarSession; today: Today }) {
  const { agency } = useMe();
  const { startsAt, endsAt, zone, firstDay } = session;
  // Far ahead, a day without its year could be one of two.
  const day = firstDay > today.until ? weekdayInWords(firstDay as IsoDate) : dayBriefly(firstDay);
  return `${day}, ${timesHere(startsAt, endsAt, zone, agency.zone)}, ${fromToday(firstDay, today.day)}`;
}

const Name = ({ session }: { session: CalendarSession }) => (
  <SessionLink session={session} className={classes.name}>
    {sessionTitle(session)}
  </SessionLink>
);

/** A button that says what it is about to whoever cannot see its row. */
const Action = ({ session, view, children }: { session: CalendarSession; view?: "decide" | "waiting"; children: ReactNode }) => (
  <ButtonLink to="/sessions/$sessionId" params={{ sessionId: session.id }} search={view ? { view } : {}} size="xs" variant="default">
    {children}
    <span className={classes.unseen}>&nbsp;{sessionTitle(session)}</span>
  </ButtonLink>
);

export function DecisionsSection({ today }: Props) {
  const { may } = useMe();
  const mayDecide = allows(may, "decide_sign_up");
  return (
    <TodaySection id="decisions" title="To decide on" rows={withSessions(today, today.decisions)} nothing="Nobody waits for a decision.">
      {({ session, oldestAt }) => (
        <TodayRow
          name={<Name session={session} />}
          when={<When session={session} today={today} />}
          says={
            <>
              <strong>{people(session.seats?.held ?? 0)}</strong>
              {oldestAt && <span className={classes.under}>waiting {waitingFor(oldestAt, today.at)}</span>}
            </>
          }
          action={
            <Action session={session} view="decide">
              {mayDecide ? "Decide" : "Look"}
            </Action>
          }
        />
      )}
    </TodaySection>
  );
}

export function ShortSection({ today }: Props) {
  const { shortWithinDays, shortUnderShare } = today.policy;
  const rows = withSessions(
    today,
    today.short.map((sessionId) => ({ sessionId })),
  );
  return (
    <TodaySection
      id="short"
      title="Short of people"
      hint={`Within ${shortWithinDays} days, and less than ${shareInWords(shortUnderShare)} of the seats taken.`}
      rows={rows}
      nothing="Every session of the coming days has people enough."
    >
      {({ session }) => (
        <TodayRow
          name={<Name session={session} />}
          when={<When session={session} today={today} />}
          says={
            <strong>
              {inFigures(session.seats?.taken ?? 0)} of {inFigures(session.capacity)} taken
            </strong>
          }
          action={<Action session={session}>Open</Action>}
        />
      )}
    </TodaySection>
  );
}

export function LinesSection({ today }: Props) {
  return (
    <TodaySection
      id="lines"
      title="Waiting lists to look at"
      rows={withSessions(today, today.lines)}
      nothing="None is full or longer than seats are likely to come free."
    >
      {({ session, trouble }) => (
        <TodayRow
          name={<Name session={session} />}
          when={<When session={session} today={today} />}
          says={
            <>
              <strong>{session.seats?.waiting === 1 ? "1 party waits" : `${inFigures(session.seats?.waiting ?? 0)} parties wait`}</strong>
              <span className={classes.under}>{lineWords[trouble]}</span>
            </>
          }
          action={
            <Action session={session} view="waiting">
              See who waits
            </Action>
          }
        />
      )}
    </TodaySection>
  );
}

export function UnreachedSection({ today }: Props) {
  const { agency } = useMe();
  const isCut = today.isUnreachedCut;
  const rows = today.unreached.map((line) => ({ ...line, id: `${line.eventId} ${line.why}` }));
  return (
    <TodaySection
      id="unreached"
      title="Not reached by mail"
      {...(isCut ? { hint: "More mails failed in the last month than this page looks at. The newest were looked at, so there may be more people." } : {})}
      rows={rows}
      nothing={
        isCut
          ? "Nobody among those whose mails failed last. More failed in the last month than this page looks at."
          : "Every mail of the last month found its way."
      }
    >
      {({ eventId, title, why, count, latestAt, people: named, sessionIds }) => (
        <TodayRow
          name={
            <AnchorLink to="/events/$eventId" params={{ eventId }} className={classes.name ?? ""}>
              {title}
            </AnchorLink>
          }
          when={`Last tried ${brieflyOf(latestAt, agency.zone)}`}
          says={
            <>
              <strong>{peopleAtLeast(count, isCut)}</strong>
              <span className={classes.under}>
                {unreachedWords[why].why}. {unreachedWords[why].todo}.
              </span>
              {named.length > 0 && (
                <ul className={classes.people} aria-label={`Who was not reached: ${title}`}>
                  {named.map(({ sessionId, name, email }) => (
                    <li key={`${sessionId} ${email}`}>
                      <AnchorLink to="/sessions/$sessionId" params={{ sessionId }} search={{ q: email }} size="sm">
                        {name}
                      </AnchorLink>
                    </li>
                  ))}
                  {count > named.length && (
                    <li className={classes.under}>
                      and {isCut ? "at least " : ""}
                      {inFigures(count - named.length)} more
                    </li>
                  )}
                </ul>
              )}
            </>
          }
          action={
            sessionIds[0] && (
              <ButtonLink to="/sessions/$sessionId" params={{ sessionId: sessionIds[0] }} size="xs" variant="default">
                Open<span className={classes.unseen}>&nbsp;{title}</span>
              </ButtonLink>
            )
          }
        />
      )}
    </TodaySection>
  );
}

/** Lines about an event as a whole, with those of its sessions that the answer tells of. */
function withEvents<More extends object>(today: Today, named: readonly (More & { eventId: string; sessionIds: readonly string[] })[]) {
  return named.flatMap((one) => {
    const sessions = today.sessions.filter(({ id }) => one.sessionIds.includes(id));
    const [first] = sessions;
    return first ? [{ ...one, id: one.eventId, sessions, first }] : [];
  });
}

const EventName = ({ session: { eventId, title } }: { session: CalendarSession }) => (
  <AnchorLink to="/events/$eventId" params={{ eventId }} className={classes.name ?? ""}>
    {title}
  </AnchorLink>
);

const EventAction = ({ session: { eventId, title }, children }: { session: CalendarSession; children: ReactNode }) => (
  <ButtonLink to="/events/$eventId" params={{ eventId }} size="xs" variant="default">
    {children}
    <span className={classes.unseen}>&nbsp;{title}</span>
  </ButtonLink>
);

export function ClosingSection({ today }: Props) {
  const { agency } = useMe();
  const { closingWithinDays } = today.policy;
  return (
    <TodaySection
      id="closing"
      title="Sign-ups close soon"
      hint={`Within ${closingWithinDays} days.`}
      rows={withEvents(today, today.closing)}
      nothing={`No sign-ups close within ${closingWithinDays} days.`}
    >
      {({ first, sessions, closesAt }) => (
        <TodayRow
          name={<EventName session={first} />}
          when={`Sign-ups close ${brieflyOf(closesAt, first.zone)}${zoneIfElsewhere(closesAt, first.zone, agency.zone)}`}
          says={
            <>
              <strong>{freeInWords(sessions)}</strong>
              {sessions.length > 1 && <span className={classes.under}>in {sessionsInWords(sessions.length)}</span>}
            </>
          }
          action={<EventAction session={first}>Open</EventAction>}
        />
      )}
    </TodaySection>
  );
}

export function DraftsSection({ today }: Props) {
  const { draftWithinDays } = today.policy;
  return (
    <TodaySection
      id="drafts"
      title="Drafts to finish"
      hint={`Not published yet, and a session is within ${draftWithinDays} days.`}
      rows={withEvents(today, today.drafts)}
      nothing={`Nothing of the next ${draftWithinDays} days is still a draft.`}
    >
      {({ first, sessions }) => (
        <TodayRow
          name={<EventName session={first} />}
          when={<When session={first} today={today} />}
          says={<strong>{sessionsInWords(sessions.length)}</strong>}
          action={<EventAction session={first}>Finish</EventAction>}
        />
      )}
    </TodaySection>
  );
}
