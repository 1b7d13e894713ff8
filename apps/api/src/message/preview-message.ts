import type { Event, SessionId, SignUp } from "@cte-partnerships/domain";
import type { SignedIn } from "../access/find-actor.ts";
import type { Deps } from "../deps.ts";
import { mailText } from "../mail/plain-text.ts";
import { pretendedSignUp } from "../mail/pretended-sign-up.ts";
import { wordsOf } from "../mail/words.ts";
import type { MessagePreview, WriteInput } from "./contract.ts";
import { findRecipients } from "./find-recipients.ts";
import { sessionIdsOf } from "./write-message.ts";

const leftOutTold = 100;

/**
 * Who would get a message, who would not and why, and the mail as it goes out. Changes nothing, and looks at so many people and no
 * more, however many the event has.
 */
export async function previewMessage(
  deps: Deps,
  { actor, event, sessionId, input }: { actor: SignedIn; event: Event; sessionId: SessionId; input: WriteInput },
): Promise<MessagePreview> {
  const { message, audience, reach } = input;
  const now = deps.now();
  const { recipients, leftOut, others, isWhole } = await findRecipients(deps, { sessionIds: sessionIdsOf(event, sessionId, reach), audience, writtenAt: now });
  const sample: SignUp = recipients[0] ?? pretendedSignUp({ event, sessionId, name: actor.name, address: "name@example.org", at: now });
  const session = event.sessions.find(({ id }) => id === sample.sessionId);
  if (!session) throw new Error("a message's session is not in its event");
  const { agency, config } = deps;
  const words = wordsOf({
    kind: "message",
    written: message,
    signUp: sample,
    event,
    session,
    place: sample.state === "waitlisted" ? sample.place : undefined,
    agency,
    // Nobody but the holder ever sees a link that works.
    manageUrl: `${config.publicOrigin}/manage/…`,
    eventUrl: `${config.publicOrigin}/events/${event.slug}`,
    at: now,
  });
  return {
    people: recipients.length + others,
    isPeopleExact: isWhole,
    leftOut: leftOut.slice(0, leftOutTold),
    leftOutPeople: leftOut.length,
    mail: { subject: words.subject, text: mailText(words) },
    ...(actor.address === undefined ? {} : { testAddress: actor.address }),
  };
}
