import { type Answers, type Event, isStanding, type Question, type Session, type SignUp } from "@cte-partnerships/domain";
import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Deps } from "../deps.ts";
import { momentOf } from "../event/when.ts";
import { bodyText, isForm } from "../http/body.ts";
import type { FieldError } from "../http/field-errors.ts";
import type { HttpEnv } from "../http/frame.ts";
import { answerPage, isEmbedded, Page, refusalPage, secretHeaders } from "../http/layout.tsx";
import { problems } from "../http/problem.ts";
import { allowChange, retryAfter } from "../http/rate-limit.ts";
import { todayOf } from "../today.ts";
import type { SignUpChangeRefusal } from "./change-sign-up.ts";
import { correct } from "./correct.ts";
import { sayErrors } from "./field-words.ts";
import { AffiliationField, QuestionFields, Summary } from "./form.tsx";
import { type FormValues, readCorrection, readValues, valuesOf } from "./form-fields.ts";
import { makePartySmaller } from "./make-party-smaller.ts";
import { type OpenedLink, openLink } from "./open-link.ts";
import { answerPath, manageUrl } from "./public-status.ts";
import { SessionFacts } from "./session-facts.tsx";
import { explanationOf, headingOf } from "./state-words.ts";
import { withdraw } from "./withdraw.ts";

const asksAgainAfterSeconds = 3;

/** What a form of the manage page came back with. */
interface Returned {
  status: ContentfulStatusCode;
  heading: string;
  errors?: readonly FieldError[];
  values?: FormValues;
  headers?: Record<string, string>;
}

/** How a sign-up stands, for whoever just made it, and the page on which its holder manages it. Only a POST ever changes anything. */
export function signUpManagePages(deps: Deps) {
  return (
    new Hono<HttpEnv>()
      .get("/sign-ups/:token", async (c) => {
        const opened = await openLink(deps, "status", c.req.param("token"));
        if (!opened) return refusalPage(c, deps, { code: "link_unknown" });
        // A frame on another site may show the answer to the form that it showed; anywhere else it is as secret as its address.
        const isFramed = isEmbedded(c);
        return answerPage(c, deps, <AnswerPage deps={deps} opened={opened} isEmbedded={isFramed} />, { isSecret: !isFramed, headers: secretHeaders });
      })
      .get("/manage/:token", async (c) => {
        const opened = await openLink(deps, "manage", c.req.param("token"));
        return opened ? answerManage(c, deps, opened) : refusalPage(c, deps, { code: "link_unknown" });
      })
      .get("/manage/:token/calendar.ics", async (c) => {
        const opened = await openLink(deps, "manage", c.req.param("token"));
        // The entry holds the address for joining online, which is for people with a seat.
        if (opened?.signUp.state !== "confirmed") return refusalPage(c, deps, { code: "link_unknown" });
        const { calendarFile } = await import("../mail/calendar.ts");
        const { signUp, event, session } = opened;
        return c.body(calendarFile({ signUp, event, session, agency: deps.agency, config: deps.config, at: deps.now() }, "publish"), 200, {
          ...secretHeaders,
          "Content-Type": "text/calendar; charset=utf-8",
          "Content-Disposition": `attachment; filename="${event.slug}.ics"`,
        });
      })
      // Where a form leads to, opened anew: by a reload, or by whoever copied the address. Asking changes nothing.
      .on("GET", ["/manage/:token/withdraw", "/manage/:token/party", "/manage/:token/correct"], (c) => {
        for (const [name, value] of Object.entries(secretHeaders)) c.header(name, value);
        return c.redirect(`/manage/${encodeURIComponent(c.req.param("token"))}`, 303);
      })
      .post("/manage/:token/withdraw", (c) =>
        change(c, deps, async (opened, ours) => {
          const withdrawn = await withdraw(deps, ours);
          // Sent twice, it was withdrawn by the first.
          if (!withdrawn.ok && withdrawn.refusal.code === "not_standing" && withdrawn.refusal.state === "withdrawn") return undefined;
          return withdrawn.ok ? undefined : returnedFor(withdrawn.refusal, opened);
        }),
      )
      .post("/manage/:token/party", (c) =>
        change(c, deps, async (opened, ours, form) => {
          const partySize = Number(form.get("partySize") || Number.NaN);
          if (partySize === opened.signUp.partySize) return undefined;
          const smaller = await makePartySmaller(deps, { ...ours, partySize });
          return smaller.ok ? undefined : returnedFor(smaller.refusal, opened);
        }),
      )
      .post("/manage/:token/correct", (c) =>
        change(c, deps, async (opened, ours, form) => {
          const values = { ...readValues(form, opened.event.questions), name: opened.signUp.name, email: opened.signUp.email };
          const read = readCorrection(values, opened.event, opened.signUp.answers);
          if (!read.ok) return { status: 400, heading: "Something is missing or does not fit", errors: read.errors, values };
          const corrected = await correct(deps, { ...ours, correction: read.input });
          return corrected.ok ? undefined : { ...returnedFor(corrected.refusal, opened), values };
        }),
      )
  );
}

type Ours = { sessionId: SignUp["sessionId"]; signUpId: SignUp["id"]; by: { kind: "person" } };

/** Whoever holds the link changes what it leads to; then the page is shown anew, or with what was wrong. */
async function change(
  c: Context<HttpEnv>,
  deps: Deps,
  make: (opened: OpenedLink, ours: Ours, form: URLSearchParams) => Promise<Returned | undefined>,
): Promise<Response> {
  if (!isForm(c)) return refusalPage(c, deps, { code: "media_type_unsupported" });
  const form = new URLSearchParams(await bodyText(c));
  const opened = await openLink(deps, "manage", c.req.param("token") ?? "");
  if (!opened) return refusalPage(c, deps, { code: "link_unknown" });
  const allowed = await allowChange(c, deps);
  if (!allowed.isAllowed) {
    return answerManage(c, deps, opened, {
      status: 429,
      heading: "Too many changes came from your network: try again in a minute",
      headers: retryAfter(allowed.retryAfterSeconds),
    });
  }
  const { signUp } = opened;
  const returned = await make(opened, { sessionId: signUp.sessionId, signUpId: signUp.id, by: { kind: "person" } }, form);
  return returned ? answerManage(c, deps, opened, returned) : c.redirect(`/manage/${c.req.param("token")}`, 303);
}

function returnedFor(refusal: SignUpChangeRefusal, { event }: OpenedLink): Returned {
  const { status } = problems[refusal.code];
  switch (refusal.code) {
    case "session_started":
      return { status, heading: `The session began ${momentOf(refusal.startedAt, event.venue.zone)}: it can no longer be changed` };
    case "session_cancelled":
      return { status, heading: "The session was cancelled" };
    case "not_standing":
    case "not_pending":
      return { status, heading: "This sign-up no longer stands" };
    case "party_not_smaller":
      return { status, heading: "A party can only be made smaller", errors: [{ path: "partySize", message: `must be from 1 to ${refusal.partySize - 1}` }] };
    case "answers_invalid":
      return {
        status,
        heading: "Something does not fit",
        errors: refusal.faults.map((fault) => ({ path: `answers.${fault.questionId}`, message: "does not fit" })),
      };
    case "sign_up_unknown":
    case "version_conflict":
      return { status, heading: "It was changed meanwhile: look at it again" };
  }
}

const AnswerPage = ({ deps, opened, isEmbedded: framed }: { deps: Deps; opened: OpenedLink; isEmbedded: boolean }) => {
  const { signUp, event, session, linkVersion } = opened;
  return (
    <Page
      deps={deps}
      title={`${headingOf(signUp)} – ${event.title}`}
      description="How your sign-up stands."
      isEmbedded={framed}
      {...(signUp.state === "received" ? { refreshAfterSeconds: asksAgainAfterSeconds } : {})}
    >
      <div class="split">
        <div class="card said stack" {...(signUp.state === "received" ? { role: "status" as const } : {})}>
          <p class="over">{event.title}</p>
          <h1>{headingOf(signUp)}</h1>
          <p class="lead">{explanationOf(signUp)}</p>
          <CalledOff event={event} session={session} />
          <HowToJoin signUp={signUp} event={event} />
          <p class="actions">
            {signUp.state === "received" ? (
              <a class="button" href={`${answerPath(deps, signUp, linkVersion)}${framed ? "?embed" : ""}`}>
                Ask again now
              </a>
            ) : null}
            {isStanding(signUp) ? (
              <a
                class={signUp.state === "received" ? "button plain" : "button"}
                href={manageUrl(deps, signUp, linkVersion)}
                {...(framed ? { target: "_blank", rel: "noreferrer" } : {})}
              >
                See or change your sign-up
              </a>
            ) : (
              <a class="button" href={`/events/${event.slug}${framed ? "?embed" : ""}`}>
                Other sessions
              </a>
            )}
          </p>
        </div>
        <SessionFacts agency={deps.agency} today={todayOf(deps)} event={event} session={session} />
      </div>
    </Page>
  );
};

/** The event is cancelled at once, its sign-ups one after the other: nobody reads "confirmed" alone meanwhile. */
const CalledOff = ({ event, session }: { event: Event; session: Session }) => {
  const reason = event.status === "cancelled" ? event.reason : session.status === "cancelled" ? session.reason : undefined;
  return reason === undefined ? null : <p class="notice">{`This session does not take place: ${reason}`}</p>;
};

/** How to get in online: told to people with a seat, and to nobody else. */
const HowToJoin = ({ signUp, event }: { signUp: SignUp; event: Event }) => {
  if (signUp.state !== "confirmed" || event.venue.kind === "place") return null;
  const { joinUrl, note } = event.venue.online;
  return (
    <>
      {joinUrl === undefined ? null : (
        <p>
          <strong>Join online:</strong> <a href={joinUrl}>{joinUrl}</a>
        </p>
      )}
      {note === undefined ? null : <p>{note}</p>}
    </>
  );
};

function answerManage(c: Context<HttpEnv>, deps: Deps, opened: OpenedLink, returned?: Returned): Response {
  const page = <ManagePage deps={deps} opened={opened} path={`/manage/${c.req.param("token")}`} returned={returned} />;
  return answerPage(c, deps, page, { status: returned?.status ?? 200, isSecret: true, ...(returned?.headers ? { headers: returned.headers } : {}) });
}

const ManagePage = ({ deps, opened, path, returned }: { deps: Deps; opened: OpenedLink; path: string; returned: Returned | undefined }) => {
  const { signUp, event, session } = opened;
  const errors = sayErrors(returned?.errors ?? [], event);
  const stands = isStanding(signUp) && deps.now() < session.startsAt;
  // While it is being settled the page shows itself anew every few seconds: nobody could fill in a form meanwhile.
  const isCorrectable = stands && signUp.state !== "received";
  return (
    <Page
      deps={deps}
      title={`${headingOf(signUp)} – ${event.title}`}
      description="Your sign-up, and everything we hold of it."
      isError={returned !== undefined}
      {...(signUp.state === "received" && returned === undefined ? { refreshAfterSeconds: asksAgainAfterSeconds } : {})}
    >
      {returned === undefined ? null : <Summary heading={returned.heading} errors={errors} />}
      <div class="split">
        <div class="stack">
          <section class={isStanding(signUp) ? "card said stack" : "card said off stack"}>
            <p class="over">{event.title}</p>
            <h1>{headingOf(signUp)}</h1>
            <p class="lead">{explanationOf(signUp)}</p>
            <CalledOff event={event} session={session} />
            <HowToJoin signUp={signUp} event={event} />
            <div class="actions">
              {signUp.state === "confirmed" ? (
                <a class="button" href={`${path}/calendar.ics`} download>
                  Add to your calendar
                </a>
              ) : null}
              {stands ? (
                <form method="post" action={`${path}/withdraw`}>
                  <button type="submit" class="danger">
                    {signUp.state === "waitlisted" ? "Leave the line" : signUp.partySize === 1 ? "Give up your place" : "Give up your places"}
                  </button>
                </form>
              ) : null}
              {isStanding(signUp) ? null : (
                <a class="button" href={`/events/${event.slug}`}>
                  Other sessions
                </a>
              )}
            </div>
          </section>
          <Held signUp={signUp} event={event} />
          {isCorrectable && signUp.partySize > 1 ? <SmallerForm signUp={signUp} path={path} errors={errors} /> : null}
          {isCorrectable ? (
            <CorrectionForm event={event} values={returned?.values ?? valuesOf(signUp)} path={path} errors={errors} isOpen={returned?.values !== undefined} />
          ) : null}
        </div>
        <SessionFacts agency={deps.agency} today={todayOf(deps)} event={event} session={session} />
      </div>
    </Page>
  );
};

/** Everything that is kept of it, so that nobody has to ask. */
const Held = ({ signUp, event }: { signUp: SignUp; event: Event }) => (
  <section class="card wide stack" aria-labelledby="held">
    <h2 id="held">What we hold</h2>
    <dl>
      <Fact term="Name" value={signUp.name} />
      <Fact term="E-mail address" value={signUp.email} />
      {signUp.affiliation === undefined ? null : <Fact term="Firm, school or organization" value={signUp.affiliation} />}
      <Fact term="People" value={String(signUp.partySize)} />
      {event.questions.map((question) => {
        const answer = signUp.answers[question.id];
        return answer === undefined ? null : <Fact term={question.label} value={answerInWords(question, answer)} />;
      })}
      <Fact term="Signed up" value={momentOf(signUp.receivedAt, event.venue.zone)} />
      {"endedAt" in signUp ? <Fact term="Ended" value={momentOf(signUp.endedAt, event.venue.zone)} /> : null}
    </dl>
  </section>
);

const Fact = ({ term, value }: { term: string; value: string }) => (
  <div>
    <dt>{term}</dt>
    <dd>{value}</dd>
  </div>
);

function answerInWords(question: Question, answer: Answers[string]): string {
  if (typeof answer === "boolean") return answer ? "Yes" : "No";
  const options = "options" in question ? question.options : [];
  const word = (id: string): string => options.find((option) => option.id === id)?.label ?? id;
  return typeof answer === "string" ? word(answer) : answer.map(word).join(", ");
}

interface ChangeFormProps {
  path: string;
  errors: ReturnType<typeof sayErrors>;
}

const SmallerForm = ({ signUp, path, errors }: ChangeFormProps & { signUp: SignUp }) => {
  const message = errors.find((error) => error.id === "partySize")?.message;
  return (
    <section class="card stack" aria-labelledby="fewer">
      <h2 id="fewer">Fewer people come</h2>
      <p class="quiet">You keep your place; what you give up goes to others.</p>
      <form method="post" action={`${path}/party`}>
        <label for="partySize">How many come now?</label>
        {message === undefined ? null : (
          <p class="wrong" id="partySize-error">
            {message}
          </p>
        )}
        <select
          id="partySize"
          name="partySize"
          class="narrow"
          {...(message === undefined ? {} : { "aria-invalid": "true", "aria-describedby": "partySize-error" })}
        >
          {Array.from({ length: signUp.partySize - 1 }, (_, index) => signUp.partySize - 1 - index).map((size) => (
            <option value={String(size)}>{size}</option>
          ))}
        </select>
        <div class="actions">
          <button type="submit" class="plain">
            Make it smaller
          </button>
        </div>
      </form>
    </section>
  );
};

const CorrectionForm = ({ event, values, path, errors, isOpen }: ChangeFormProps & { event: Event; values: FormValues; isOpen: boolean }) => (
  <section class="card">
    <details open={isOpen}>
      <summary>Correct what you told us</summary>
      <form class="fields" method="post" action={`${path}/correct`} novalidate>
        <AffiliationField values={values} errors={errors} />
        <QuestionFields questions={event.questions} values={values} errors={errors} />
        <div>
          <button type="submit" class="plain">
            Save
          </button>
        </div>
      </form>
    </details>
  </section>
);
