import type { Event, Session, SignUp } from "@cte-partnerships/domain";

/** While somebody is being settled, their page shows itself anew. */
export const asksAgainAfterSeconds = 3;

/** The event is cancelled at once, its sign-ups one after the other: nobody reads "confirmed" alone meanwhile. */
export const CalledOff = ({ event, session }: { event: Event; session: Session }) => {
  const reason = event.status === "cancelled" ? event.reason : session.status === "cancelled" ? session.reason : undefined;
  return reason === undefined ? null : <p class="notice">{`This session does not take place: ${reason}`}</p>;
};

/** How to get in online: told to people with a seat, and to nobody else. */
export const HowToJoin = ({ signUp, event }: { signUp: SignUp; event: Event }) => {
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
