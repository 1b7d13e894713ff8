import type { SettlingRefusalCode, SignUp } from "@cte-partnerships/domain";

const refusals: Record<SettlingRefusalCode, string> = {
  session_full: "no place was left, and none in line",
  party_larger_than_session: "your party is larger than the session",
  sign_ups_closed: "the session had begun",
};

/** The heading for somebody's own sign-up. Its first word is the state itself; nothing in it can be taken for another. */
export function headingOf(signUp: SignUp): string {
  switch (signUp.state) {
    case "received":
      return "Received: we are finding your place";
    case "confirmed":
      return signUp.partySize === 1 ? "Confirmed: you have a place" : `Confirmed: ${signUp.partySize} places are yours`;
    case "pending":
      return "Pending: the office is deciding";
    case "waitlisted":
      return `Waitlisted: number ${signUp.place} in line`;
    case "refused":
      return `Refused: ${refusals[signUp.code]}`;
    case "declined":
      return "Declined: the office could not offer you a place";
    case "withdrawn":
      return "Withdrawn: you gave up your place";
    case "cancelled":
      return "Cancelled: this session does not take place";
  }
}

/** What it means and what happens next, in a sentence or two. */
export function explanationOf(signUp: SignUp): string {
  switch (signUp.state) {
    case "received":
      return "Your sign-up is safe with us. This page asks again by itself every few seconds; you can also close it, and we write to you.";
    case "confirmed":
      return "We look forward to seeing you. The confirmation with a calendar entry is on its way to your mailbox.";
    case "pending":
      return signUp.partySize === 1
        ? "Your place is held until the office has decided. We write to you then."
        : "Your places are held until the office has decided. We write to you then.";
    case "waitlisted":
      return "You move up as others give up their places, and never back. As soon as there is room for you, you have it, and we write to you.";
    case "refused":
      return "Nothing is held for you. Look whether another session or event suits you.";
    case "declined":
      return signUp.reason ?? "Look whether another session or event suits you.";
    case "withdrawn":
      return "Thank you for telling us: somebody else can come now. You may sign up again, at the end of the line.";
    case "cancelled":
      return "We are sorry. Look whether another session or event suits you.";
  }
}
