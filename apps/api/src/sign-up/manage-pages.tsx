import type { SignUp } from "@cte-partnerships/domain";
import { type Context, Hono } from "hono";
import type { Deps } from "../deps.ts";
import { momentOf } from "../event/when.ts";
import { bodyText, isForm } from "../http/body.ts";
import type { HttpEnv } from "../http/frame.ts";
import { answerPage, isEmbedded, refusalPage, secretHeaders } from "../http/layout.tsx";
import { problems } from "../http/problem.ts";
import { allowChange, retryAfter } from "../http/rate-limit.ts";
import { AnswerPage } from "./answer-page.tsx";
import type { SignUpChangeRefusal } from "./change-sign-up.ts";
import { correct } from "./correct.ts";
import { readCorrection, readValues } from "./form-fields.ts";
import { makePartySmaller } from "./make-party-smaller.ts";
import { ManagePage, type ReturnedChange } from "./manage-page.tsx";
import { type OpenedLink, openLink } from "./open-link.ts";
import { withdraw } from "./withdraw.ts";

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
  make: (opened: OpenedLink, ours: Ours, form: URLSearchParams) => Promise<ReturnedChange | undefined>,
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

function returnedFor(refusal: SignUpChangeRefusal, { event }: OpenedLink): ReturnedChange {
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

function answerManage(c: Context<HttpEnv>, deps: Deps, opened: OpenedLink, returned?: ReturnedChange): Response {
  const page = <ManagePage deps={deps} opened={opened} path={`/manage/${c.req.param("token")}`} returned={returned} />;
  return answerPage(c, deps, page, { status: returned?.status ?? 200, isSecret: true, ...(returned?.headers ? { headers: returned.headers } : {}) });
}
