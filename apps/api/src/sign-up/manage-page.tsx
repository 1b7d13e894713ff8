import { type Answers, type Event, isStanding, type Question, type SignUp } from "@cte-partnerships/domain";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Deps } from "../deps.ts";
import { momentOf } from "../event/when.ts";
import type { FieldError } from "../http/field-errors.ts";
import { Page } from "../http/layout.tsx";
import { todayOf } from "../today.ts";
import { sayErrors } from "./field-words.ts";
import { AffiliationField, QuestionFields, Summary } from "./form.tsx";
import { type FormValues, valuesOf } from "./form-fields.ts";
import type { OpenedLink } from "./open-link.ts";
import { SessionFacts } from "./session-facts.tsx";
import { asksAgainAfterSeconds, CalledOff, HowToJoin } from "./standing-parts.tsx";
import { explanationOf, headingOf } from "./state-words.ts";

/** What a form of the manage page came back with. */
export interface ReturnedChange {
  status: ContentfulStatusCode;
  heading: string;
  errors?: readonly FieldError[];
  values?: FormValues;
  headers?: Record<string, string>;
}

/** A sign-up for whoever holds it, with what they may change and everything that is held of it. */
export const ManagePage = ({ deps, opened, path, returned }: { deps: Deps; opened: OpenedLink; path: string; returned: ReturnedChange | undefined }) => {
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
