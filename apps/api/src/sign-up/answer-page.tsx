import { isStanding } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { Page } from "../http/layout.tsx";
import { todayOf } from "../today.ts";
import type { OpenedLink } from "./open-link.ts";
import { answerPath, manageUrl } from "./public-status.ts";
import { SessionFacts } from "./session-facts.tsx";
import { asksAgainAfterSeconds, CalledOff, HowToJoin } from "./standing-parts.tsx";
import { explanationOf, headingOf } from "./state-words.ts";

/** How a sign-up stands, for whoever just made it. */
export const AnswerPage = ({ deps, opened, isEmbedded: framed }: { deps: Deps; opened: OpenedLink; isEmbedded: boolean }) => {
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
