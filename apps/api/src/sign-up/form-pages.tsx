import { type Event, type Session, SessionId, Slug } from "@cte-partnerships/domain";
import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Deps } from "../deps.ts";
import { isOneOfSeveral } from "../event/event-page.tsx";
import { leftOfSession } from "../event/left.tsx";
import type { Look } from "../event/look.ts";
import { type EventView, findPublicEvent, type SessionView } from "../event/public-view.ts";
import { dayOf, momentOf, timesOf } from "../event/when.ts";
import { bodyText, isForm } from "../http/body.ts";
import type { FieldError } from "../http/field-errors.ts";
import type { HttpEnv } from "../http/frame.ts";
import { answerPage, html, isEmbedded, Page, refusalPage } from "../http/layout.tsx";
import { problems } from "../http/problem.ts";
import { allowSignUp, retryAfter } from "../http/rate-limit.ts";
import { todayOf } from "../today.ts";
import type { SignUpRefusal } from "./arrival.ts";
import { sayErrors } from "./field-words.ts";
import { foreseeRefusal } from "./foresee-refusal.ts";
import { PersonFields, QuestionFields, Summary, Trap, trapField } from "./form.tsx";
import { emptyForm, type FormValues, readSignUp, readValues } from "./form-fields.ts";
import { issueFormToken, readFormToken } from "./form-token.ts";
import { answerPath } from "./public-status.ts";
import { SessionFacts } from "./session-facts.tsx";
import { signUp } from "./sign-up.ts";

/** What a form is for: one session of one event. */
interface Subject {
  view: EventView;
  session: SessionView;
}

/** A form that came back, and why. */
interface Returned {
  status: ContentfulStatusCode;
  heading: string;
  text?: string;
  errors?: readonly FieldError[];
  /** Other sessions of the same event are offered. */
  isFull?: boolean;
  /** Sending it again leads to nothing: what was written is shown without a way to. */
  isOver?: boolean;
  offersWaitlist?: boolean;
  headers?: Record<string, string>;
}

/** The form of each session: a page, and a POST that leads to the answer. */
export function signUpFormPages(deps: Deps) {
  return new Hono<HttpEnv>()
    .get("/events/:slug/:sessionId", async (c) => {
      const subject = await findSubject(deps, c);
      if (!subject) return refusalPage(c, deps, { code: "session_unknown" });
      return answerForm(c, deps, subject, emptyForm, issueFormToken(deps, subject.session.session.id));
    })
    .post("/events/:slug/:sessionId", (c) => takeForm(c, deps))
    .get("/thank-you", (c) => answerPage(c, deps, <ThankYouPage deps={deps} isEmbedded={isEmbedded(c)} />, { isSecret: !isEmbedded(c) }));
}

async function findSubject(deps: Deps, c: Context<HttpEnv>): Promise<Subject | undefined> {
  const slug = Slug.safeParse(c.req.param("slug"));
  const sessionId = SessionId.safeParse(c.req.param("sessionId"));
  const view = slug.success && sessionId.success ? await findPublicEvent(deps, slug.data) : undefined;
  const session = view?.sessions.find((known) => known.session.id === sessionId.data);
  return view && session && { view, session };
}

async function takeForm(c: Context<HttpEnv>, deps: Deps): Promise<Response> {
  if (!isForm(c)) return refusalPage(c, deps, { code: "media_type_unsupported" });
  const form = new URLSearchParams(await bodyText(c));
  const subject = await findSubject(deps, c);
  if (!subject) return refusalPage(c, deps, { code: "session_unknown" });
  const { event } = subject.view;
  const sessionId = subject.session.session.id;

  // A program filled in what people cannot see: it is answered as if it had got through, and nothing is kept.
  if (form.get(trapField)) return c.redirect(`/thank-you${isEmbedded(c) ? "?embed" : ""}`, 303);

  const values = readValues(form, event.questions);
  const sentToken = form.get("form") ?? "";
  const token = readFormToken(deps, sessionId, sentToken);
  const again = (returned: Returned, fresh = false) => answerForm(c, deps, subject, values, fresh ? issueFormToken(deps, sessionId) : sentToken, returned);
  if (token.kind === "expired") return again(form.get("moved") ? movedHere : wasOpenTooLong, true);
  if (token.kind === "too_quick") return again(wasTooQuick);

  const read = readSignUp(values, event, subject.session.partySizeLimit);
  if (!read.ok) return again({ status: 400, heading: "Something is missing or does not fit", errors: read.errors });
  const { input } = read;

  const request = { sessionId, input, idempotencyKey: token.idempotencyKey, by: { kind: "person" }, adder: "person" } as const;
  try {
    const allowed = await allowSignUp(c, deps, input.email);
    if (!allowed.isAllowed) {
      const text = `Please send it again in ${inWords(allowed.retryAfterSeconds)}. What you wrote is kept here.`;
      return again({ status: 429, heading: "Too many sign-ups came from your network", text, headers: retryAfter(allowed.retryAfterSeconds) });
    }
    if (wouldWait(subject.session, input.partySize) && form.get("waitlist") !== "yes") {
      const { standing, refusal } = await foreseeRefusal(deps, request);
      const isNew = standing === "nothing" || standing === "ended";
      if (isNew && refusal === undefined) return again(offerOfWaitlist(subject.session, input.partySize));
    }
    let answered = await signUp(deps, request);
    // The form was changed and sent again after it had got through. Under a fresh key that is a second try by the same address.
    if (answered.kind === "refused" && answered.refusal.code === "idempotency_key_reused") {
      answered = await signUp(deps, { ...request, idempotencyKey: `form-${deps.ids.ulid()}` });
    }
    if (answered.kind === "refused") return again(returnedFor(answered.refusal, subject));
    if (answered.kind === "already_signed_up") return answerPage(c, deps, <AlreadyPage deps={deps} isEmbedded={isEmbedded(c)} />, { isSecret: !isEmbedded(c) });
    return c.redirect(`${answerPath(deps, answered.signUp, answered.linkVersion)}${isEmbedded(c) ? "?embed" : ""}`, 303);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "Unavailable") throw error;
    deps.log.error("unavailable", { requestId: c.get("requestId"), route: "sign-up form" });
    // The same token goes back with the form: whatever became of this try, sending it again signs up once.
    const text = "What you wrote is kept here. Send it again in a moment: sending it twice never signs you up twice.";
    return again({ status: 503, heading: "We could not finish this right now", text, headers: retryAfter(2) });
  }
}

const movedHere: Returned = { status: 200, heading: "You changed to another session", text: "What you wrote came along. Look it over and send it." };
const wasOpenTooLong: Returned = { status: 400, heading: "This form was open for a long time", text: "Nothing is lost. Look it over and send it again." };
const wasTooQuick: Returned = { status: 400, heading: "That was very quick", text: "Look it over for a moment and send it again." };

const inWords = (seconds: number): string => (seconds <= 60 ? "a minute" : `${Math.ceil(seconds / 60)} minutes`);

/** By the seats as they were a moment ago: the person would get a place in line and not a seat. */
const wouldWait = (session: SessionView, partySize: number): boolean =>
  partySize > session.remaining && session.hasRoomInLine && session.signUps.kind === "open";

function offerOfWaitlist(session: SessionView, partySize: number): Returned {
  const few = session.remaining === 1 ? "Only one place is left" : `Only ${session.remaining} places are left`;
  return session.remaining > 0
    ? { status: 409, heading: few, text: `You may join the waitlist with all ${partySize}, or come with fewer.`, offersWaitlist: true, isFull: true }
    : {
        status: 409,
        heading: "The last place has just gone",
        text: "You may join the waitlist: you move up as others give up their places.",
        offersWaitlist: true,
        isFull: true,
      };
}

function returnedFor(refusal: SignUpRefusal, { view }: Subject): Returned {
  const { status } = problems[refusal.code];
  const { zone } = view.event.venue;
  switch (refusal.code) {
    case "answers_invalid":
      return {
        status,
        heading: "Something is missing or does not fit",
        errors: refusal.faults.map((fault) => ({ path: `answers.${fault.questionId}`, message: "does not fit" })),
      };
    case "party_too_large":
      return { status, heading: "Your party is too large", errors: [{ path: "partySize", message: `must be at most ${refusal.partySizeLimit}` }] };
    case "party_larger_than_session":
      return { status, heading: "Your party is too large", errors: [{ path: "partySize", message: `must be at most ${refusal.capacity}, the whole session` }] };
    case "session_full":
      if (refusal.remaining > 0) {
        return {
          status,
          heading: `Only ${refusal.remaining === 1 ? "one place is" : `${refusal.remaining} places are`} left`,
          errors: [{ path: "partySize", message: `must be at most ${refusal.remaining}` }],
          isFull: true,
        };
      }
      return { status, heading: "The last place has just gone", text: "No place is left in line either.", isFull: true, isOver: true };
    case "sign_ups_not_open":
      return { status, heading: "Sign-ups are not open yet", text: `They open ${momentOf(refusal.opensAt, zone)}.`, isOver: true };
    case "sign_ups_closed":
      return { status, heading: "Sign-ups have closed", text: `They closed ${momentOf(refusal.closedAt, zone)}.`, isFull: true, isOver: true };
    case "event_cancelled":
      return { status, heading: "This event was cancelled", isOver: true };
    case "session_cancelled":
      return { status, heading: "This session was cancelled", isFull: true, isOver: true };
    default:
      return { status, heading: "This session takes no sign-ups" };
  }
}

function answerForm(c: Context<HttpEnv>, deps: Deps, subject: Subject, values: FormValues, token: string, returned?: Returned): Response {
  const page = <FormPage deps={deps} subject={subject} values={values} token={token} returned={returned} isEmbedded={isEmbedded(c)} />;
  // What somebody wrote stands in it again, so nobody keeps it; a form that is framed cannot be a secret one.
  const headers = { "Cache-Control": "no-store", ...returned?.headers };
  return answerPage(c, deps, page, { status: returned?.status ?? 200, headers });
}

/** A session's form as people will see it while sign-ups are open, to be looked at by the office. It has no token: nobody could send it. */
export const formPreviewHtml = (deps: Look, view: EventView, session: SessionView): string => {
  const subject = { view, session: { ...session, signUps: { kind: "open" } as const } };
  return html(<FormPage deps={deps} subject={subject} values={emptyForm} token="" returned={undefined} isEmbedded={false} isPreview />);
};

interface FormPageProps {
  deps: Look;
  subject: Subject;
  values: FormValues;
  token: string;
  returned: Returned | undefined;
  isEmbedded: boolean;
  /** Without the ways out of it: it stands in a frame of the console. */
  isPreview?: boolean;
}

const FormPage = ({ deps, subject, values, token, returned, isEmbedded: framed, isPreview = false }: FormPageProps) => {
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

const SubmitButton = ({ subject, returned }: { subject: Subject; returned: Returned | undefined }) =>
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
const OtherSessions = ({ subject, isEmbedded: framed }: { subject: Subject; isEmbedded: boolean }) => {
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
const NotTaking = ({ subject, isSaid, isEmbedded: framed }: { subject: Subject; isSaid: boolean; isEmbedded: boolean }) => (
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

const AlreadyPage = ({ deps, isEmbedded: framed }: { deps: Deps; isEmbedded: boolean }) => (
  <Page deps={deps} title="You are signed up already" description="This address is signed up already." isEmbedded={framed}>
    <div class="card said stack">
      <h1>This address is signed up already</h1>
      <p class="lead">We have sent the link to see, change or give up that sign-up to the address, unless we did so within the hour. Look into the mailbox.</p>
      <p class="actions">
        <a class="button plain" href="/events">
          See all events
        </a>
      </p>
    </div>
  </Page>
);

const ThankYouPage = ({ deps, isEmbedded: framed }: { deps: Deps; isEmbedded: boolean }) => (
  <Page deps={deps} title="Thank you" description="Your sign-up was sent." isEmbedded={framed}>
    <div class="card said stack">
      <h1>Thank you</h1>
      <p class="lead">Your sign-up was sent. If no mail comes within a few minutes, sign up again.</p>
    </div>
  </Page>
);
