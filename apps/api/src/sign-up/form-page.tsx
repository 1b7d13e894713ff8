import type { Event, Session } from "@cte-partnerships/domain";
import { isOneOfSeveral } from "../event/event-page.tsx";
import { leftOfSession } from "../event/left.tsx";
import type { Look } from "../event/look.ts";
import type { EventView, SessionView } from "../event/public-view.ts";
import { dayOf, timesOf } from "../event/when.ts";
import { html, Page } from "../http/layout.tsx";
import { todayOf } from "../today.ts";
import { sayErrors } from "./field-words.ts";
import { PersonFields, QuestionFields, Summary, Trap } from "./form.tsx";
import { emptyForm, type FormValues } from "./form-fields.ts";
import { type FormSubject, type ReturnedForm, wouldWait } from "./form-returned.ts";
import { SessionFacts } from "./session-facts.tsx";

/** A session's form as people will see it while sign-ups are open, to be looked at by the office. It has no token: nobody could send it. */
export const formPreviewHtml = (deps: Look, view: EventView, session: SessionView): string => {
  const subject = { view, session: { ...session, signUps: { kind: "open" } as const } };
  return html(<FormPage deps={deps} subject={subject} values={emptyForm} token="" returned={undefined} isEmbedded={false} isPreview />);
};

interface FormPageProps {
  deps: Look;
  subject: FormSubject;
  values: FormValues;
  token: string;
  returned: ReturnedForm | undefined;
  isEmbedded: boolean;
  /** Without the ways out of it: it stands in a frame of the console. */
  isPreview?: boolean;
}

/** The form of a session, as it is opened, or as it comes back. */
export const FormPage = ({ deps, subject, values, token, returned, isEmbedded: framed, isPreview = false }: FormPageProps) => {
  const { event } = subject.view;
  const { session } = subject.session;
  const errors = sayErrors(returned?.errors ?? [], event);
  const isOpen = subject.session.signUps.kind === "open";
  const isTaking = isOpen && !returned?.isOver && (subject.session.remaining > 0 || subject.session.hasRoomInLine || returned !== undefined);
  return (
    <Page
      deps={deps}
      title={`Sign up: ${event.title} – ${deps.agency.office.title}`}
      description={`Sign up for ${event.title}.`}
      isError={returned !== undefined && returned.status >= 400}
      isEmbedded={framed}
    >
      {isPreview ? null : (
        <a class="back" href={`/events/${event.slug}${framed ? "?embed" : ""}`}>
          ← {event.title}
        </a>
      )}
      <h1>{isTaking && !wouldWait(subject.session, 1) ? "Sign up" : isTaking ? "Join the waitlist" : "Sign-ups"}</h1>
      <p class="lead">{whenInWords(event, session)}</p>
      {isOneOfSeveral(event) ? <p class="quiet">One session per person: with a place here, you cannot take another session of this event.</p> : null}
      <div class="split">
        <div class="stack">
          {returned === undefined ? null : (
            <Summary heading={returned.heading} errors={errors}>
              {returned.text === undefined ? null : <p>{returned.text}</p>}
            </Summary>
          )}
          {isTaking || returned !== undefined ? (
            <form class="card fields" method="post" action={`/events/${event.slug}/${session.id}${framed ? "?embed" : ""}`} novalidate>
              {wouldWait(subject.session, 1) && returned === undefined ? (
                <p class="notice">
                  <strong>Every place is taken.</strong> Those who wait move up as others give up their places.
                </p>
              ) : null}
              <PersonFields values={values} errors={errors} partySizeLimit={subject.session.partySizeLimit} />
              <QuestionFields questions={event.questions} values={values} errors={errors} />
              <input type="hidden" name="form" value={token} />
              <Trap />
              {isTaking ? (
                <div class="send">
                  <SubmitButton subject={subject} returned={returned} />
                  <Privacy />
                </div>
              ) : null}
              {returned?.isFull || (returned && !isOpen) ? <OtherSessions subject={subject} isEmbedded={framed} /> : null}
            </form>
          ) : null}
          {isTaking ? null : <NotTaking subject={subject} isSaid={returned?.isOver ?? false} isEmbedded={framed} />}
        </div>
        <SessionFacts agency={deps.agency} today={todayOf(deps)} event={event} session={session} />
      </div>
    </Page>
  );
};

/** `Morning group, Tuesday, December 1, 2026, 9:00 – 10:30 AM EST` */
const whenInWords = ({ venue }: Event, session: Session): string =>
  [session.label, dayOf(session.startsAt, venue.zone), timesOf(session, venue.zone)].filter((part) => part !== undefined).join(", ");

const SubmitButton = ({ subject, returned }: { subject: FormSubject; returned: ReturnedForm | undefined }) =>
  returned?.offersWaitlist || wouldWait(subject.session, 1) ? (
    <div class="actions">
      <button type="submit" name="waitlist" value="yes">
        Join the waitlist
      </button>
      {returned?.offersWaitlist && subject.session.remaining > 0 ? (
        <button type="submit" class="plain" name="waitlist" value="no">
          Sign up with fewer
        </button>
      ) : null}
    </div>
  ) : (
    <button type="submit">{subject.view.event.needsApproval ? "Ask for a place" : "Sign up"}</button>
  );

const Privacy = () => (
  <p class="quiet small">
    We use what you enter to run this event and to write to you about it. The office and whoever holds the event see it, nobody else. This is for adults: please
    enter nothing about a student.
  </p>
);

/** The same form sent to another session: what was written comes along. */
const OtherSessions = ({ subject, isEmbedded: framed }: { subject: FormSubject; isEmbedded: boolean }) => {
  const { event } = subject.view;
  const others = subject.view.sessions.filter(
    (other) => other.session.id !== subject.session.session.id && other.signUps.kind === "open" && other.remaining > 0,
  );
  if (others.length === 0) return null;
  return (
    <fieldset>
      <legend>Or take another session</legend>
      <div class="actions">
        {others.map((other) => (
          <button type="submit" class="plain" name="moved" value="yes" formaction={`/events/${event.slug}/${other.session.id}${framed ? "?embed" : ""}`}>
            {[other.session.label, dayOf(other.session.startsAt, event.venue.zone), timesOf(other.session, event.venue.zone)]
              .filter((part) => part !== undefined)
              .join(", ")}
            {`: ${leftOfSession(subject.view, other).text}`}
          </button>
        ))}
      </div>
    </fieldset>
  );
};

/** @param isSaid why has been said above */
const NotTaking = ({ subject, isSaid, isEmbedded: framed }: { subject: FormSubject; isSaid: boolean; isEmbedded: boolean }) => (
  <div class="card stack">
    {isSaid ? null : <h2>{leftOfSession(subject.view, subject.session).text}</h2>}
    <p class="quiet">This session takes no sign-ups right now.</p>
    <p class="actions">
      <a class="button plain" href={`/events/${subject.view.event.slug}${framed ? "?embed" : ""}`}>
        See the whole event
      </a>
    </p>
  </div>
);
