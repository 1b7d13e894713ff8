import { SessionId, Slug } from "@cte-partnerships/domain";
import { type Context, Hono } from "hono";
import type { Deps } from "../deps.ts";
import { findPublicEvent } from "../event/public-view.ts";
import { bodyText, isForm } from "../http/body.ts";
import type { HttpEnv } from "../http/frame.ts";
import { answerPage, isEmbedded, Page, refusalPage } from "../http/layout.tsx";
import { allowSignUp, retryAfter } from "../http/rate-limit.ts";
import { foreseeRefusal } from "./foresee-refusal.ts";
import { trapField } from "./form.tsx";
import { emptyForm, type FormValues, readSignUp, readValues } from "./form-fields.ts";
import { FormPage } from "./form-page.tsx";
import { type FormSubject, movedHere, offerOfWaitlist, type ReturnedForm, returnedForm, wasOpenTooLong, wasTooQuick, wouldWait } from "./form-returned.ts";
import { issueFormToken, readFormToken } from "./form-token.ts";
import { answerPath } from "./public-status.ts";
import { signUp } from "./sign-up.ts";

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

async function findSubject(deps: Deps, c: Context<HttpEnv>): Promise<FormSubject | undefined> {
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
  const again = (returned: ReturnedForm, fresh = false) => answerForm(c, deps, subject, values, fresh ? issueFormToken(deps, sessionId) : sentToken, returned);
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
    if (answered.kind === "refused") return again(returnedForm(answered.refusal, subject));
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

const inWords = (seconds: number): string => (seconds <= 60 ? "a minute" : `${Math.ceil(seconds / 60)} minutes`);

function answerForm(c: Context<HttpEnv>, deps: Deps, subject: FormSubject, values: FormValues, token: string, returned?: ReturnedForm): Response {
  const page = <FormPage deps={deps} subject={subject} values={values} token={token} returned={returned} isEmbedded={isEmbedded(c)} />;
  // What somebody wrote stands in it again, so nobody keeps it; a form that is framed cannot be a secret one.
  const headers = { "Cache-Control": "no-store", ...returned?.headers };
  return answerPage(c, deps, page, { status: returned?.status ?? 200, headers });
}

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
