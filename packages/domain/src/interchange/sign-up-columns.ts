import type { SignUp } from "../sign-up/sign-up.ts";
import { column } from "./csv.ts";

/**
 * Sign-ups as a table without personal data: no name, address, affiliation or answer, no id that leads back to a person, and
 * the day in place of the moment, by which a mail could be matched to a row.
 */
export const signUpColumnsWithoutPersonalData = [
  column("event_id", "text", ({ eventId }: SignUp) => eventId),
  column("session_id", "text", ({ sessionId }: SignUp) => sessionId),
  column("state", "text", ({ state }: SignUp) => state),
  column("party_people", "number", ({ partySize }: SignUp) => partySize),
  column("received_utc_date", "text", ({ receivedAt }: SignUp) => receivedAt.slice(0, 10)),
] as const;
