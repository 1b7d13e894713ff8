import {
  type Agency,
  dateIn,
  type Event,
  type Instant,
  isStanding,
  type MessageInput,
  type Session,
  type SettlingRefusalCode,
  type SignUp,
} from "@cte-partnerships/domain";
import { hostInWords } from "../event/host-in-words.ts";
import { contactInWords, howToGetThere, placeInWords } from "./calendar.ts";
import type { MailKind } from "./mail.ts";
import { oneLine, severalLines } from "./one-line.ts";
import { shortDayOf, spanInWords } from "./when.ts";

/** All that a mail is written from, as it stands at the moment of sending. */
export interface MailFacts {
  kind: MailKind;
  signUp: SignUp;
  event: Event;
  session: Session;
  /** What the office wrote, where the mail carries a message. */
  written?: MessageInput | undefined;
  /** For those in line: 1 for the next, as it stands now. */
  place: number | undefined;
  agency: Agency;
  manageUrl: string;
  eventUrl: string;
  /** The moment of sending. */
  at: Instant;
}

/** A mail's words, before they are laid out as HTML and as plain text. */
export interface MailWords {
  /** Begins with what happened. */
  subject: string;
  /** The state, in one or a few words, and it is true. */
  heading: string;
  greeting: string;
  paragraphs: string[];
  /** What the office wrote, as it wrote it: paragraphs of one or several lines. */
  written: string[];
  facts: { term: string; text: string }[];
  link: { label: string; url: string };
  /** Whom to ask, why one gets this mail, and who sends it. */
  closing: string[];
}

export function wordsOf(facts: MailFacts): MailWords {
  const { kind, signUp, event, session, agency, at } = facts;
  const { heading, subject, paragraphs } = messages[kind](facts);
  const host = hostInWords(agency, event, dateIn(agency.zone, at));
  return {
    subject: oneLine(subject, 200),
    heading,
    greeting: `Hello ${oneLine(signUp.name)},`,
    paragraphs,
    written: facts.written ? severalLines(facts.written.text).split(/\n(?:[ \t]*\n)+/) : [],
    facts: factsOf(facts, host),
    link: { label: linkLabel(signUp), url: facts.manageUrl },
    closing: [`Questions? Ask ${contactInWords(event)}.`, why(facts), `${oneLine(agency.office.title)}, ${oneLine(agency.title)}`],
  };

  function factsOf({ place }: MailFacts, hostedBy: string | undefined): MailWords["facts"] {
    const rows: [string, string | undefined][] = [
      ["Event", oneLine(event.title)],
      ["Session", session.label && oneLine(session.label)],
      ["When", spanInWords(session, event.venue.zone)],
      ["Where", placeInWords(event)],
      ["Hosted by", hostedBy && oneLine(hostedBy)],
      ["People", signUp.partySize > 1 ? `${signUp.partySize}, you included` : undefined],
      ["Your place", signUp.state === "waitlisted" && place !== undefined ? `${place} in line` : undefined],
      ["Reason", reasonOf(facts)],
    ];
    return rows.flatMap(([term, text]) => (text ? [{ term, text }] : []));
  }
}

const stateWords = {
  received: "Received",
  confirmed: "Confirmed",
  pending: "Pending",
  waitlisted: "On the waitlist",
  refused: "Not signed up",
  declined: "Declined",
  withdrawn: "Withdrawn",
  cancelled: "Cancelled",
} as const satisfies Record<SignUp["state"], string>;

/** What stands now, as a sentence. */
const stands: Record<SignUp["state"], (facts: MailFacts) => string> = {
  received: () => "Your sign-up is received and safe. It has no answer yet.",
  confirmed: () => "Your seat is confirmed.",
  pending: ({ signUp }) => `${signUp.partySize > 1 ? "Your seats are" : "Your seat is"} held until the office decides. This is not a confirmation yet.`,
  waitlisted: ({ place }) => (place === undefined ? "You are on the waitlist." : `You are on the waitlist, at place ${place}.`),
  refused: () => "You are not signed up.",
  declined: () => "The office declined your sign-up.",
  withdrawn: () => "Your sign-up is withdrawn.",
  cancelled: () => "Your sign-up is cancelled.",
};

const refusals: Record<SettlingRefusalCode, string> = {
  session_full: "When your turn came, there were not enough free seats and no place left in line.",
  party_larger_than_session: "When your turn came, the session had fewer seats than your party has people.",
  sign_ups_closed: "When your turn came, the session had already started.",
};

type Message = (facts: MailFacts) => { heading: string; subject: string; paragraphs: string[] };

const messages: Record<MailKind, Message> = {
  received: (facts) => ({
    heading: "Received",
    subject: `Received: your sign-up for ${facts.event.title}`,
    paragraphs: [
      "We have your sign-up, and it is safe. Your answer takes longer than usual.",
      "You do not need to sign up again. We write as soon as it is settled.",
    ],
  }),
  confirmed: (facts) => ({
    heading: "Confirmed",
    subject: `Confirmed: ${dated(facts)}`,
    paragraphs: [
      `${seats(facts)} confirmed. A calendar file is attached.`,
      ...howToGetThere(facts.event),
      "If you cannot come, please withdraw with the link below, so that somebody else can have the seat.",
    ],
  }),
  pending: (facts) => ({
    heading: "Pending",
    subject: `Pending: your sign-up for ${facts.event.title}`,
    paragraphs: [
      `The office decides on your sign-up. ${seats(facts)} held until then. This is not a confirmation yet.`,
      "We write as soon as the office has decided.",
    ],
  }),
  waitlisted: (facts) => ({
    heading: "On the waitlist",
    subject: `On the waitlist${facts.place === undefined ? "" : `, place ${facts.place}`}: ${dated(facts)}`,
    paragraphs: [
      `${notEnoughSeats(facts)} ${stands.waitlisted(facts)} Your place does not get worse.`,
      "When a seat becomes free for you, you get it without doing anything, and we write to you. If you no longer want it, please withdraw with the link below.",
    ],
  }),
  promoted: (facts) =>
    facts.signUp.state === "pending"
      ? {
          heading: "Pending",
          subject: `Pending, moved up from the waitlist: ${dated(facts)}`,
          paragraphs: [
            `A seat became free. ${seats(facts)} held for you until the office decides. This is not a confirmation yet.`,
            "We write as soon as the office has decided.",
          ],
        }
      : {
          heading: "Confirmed",
          subject: `Confirmed, moved up from the waitlist: ${dated(facts)}`,
          paragraphs: [
            `A seat became free. ${seats(facts)} now confirmed. A calendar file is attached.`,
            ...howToGetThere(facts.event),
            "If you cannot come any more, please withdraw with the link below, so that the next in line can have the seat.",
          ],
        },
  refused: (facts) => ({
    heading: "Not signed up",
    subject: `Not signed up: ${facts.event.title}`,
    paragraphs: [
      "We are sorry: we could not sign you up.",
      facts.signUp.state === "refused" ? refusals[facts.signUp.code] : "",
      `The event's page shows whether other sessions have seats: ${facts.eventUrl}`,
    ].filter((text) => text !== ""),
  }),
  declined: (facts) => ({
    heading: "Declined",
    subject: `Declined: your sign-up for ${facts.event.title}`,
    paragraphs: ["The office decided not to give you a seat at this session. You have no seat and no place in line."],
  }),
  withdrawn: (facts) => ({
    heading: "Withdrawn",
    subject: `Withdrawn: your sign-up for ${facts.event.title}`,
    paragraphs: [
      "Your sign-up is withdrawn. You have no seat and no place in line any more.",
      `If you would like to come after all, sign up again: ${facts.eventUrl}`,
    ],
  }),
  session_changed: (facts) => ({
    heading: "Changed",
    subject: `Changed: ${dated(facts)}`,
    paragraphs: [
      `The time or place of a session that you signed up for has changed. Below is how it now stands. ${stands[facts.signUp.state](facts)}`,
      ...(facts.signUp.state === "confirmed" ? ["A calendar file is attached. It replaces the earlier entry.", ...howToGetThere(facts.event)] : []),
      "If it no longer suits you, please withdraw with the link below.",
    ],
  }),
  cancelled: (facts) => ({
    heading: "Cancelled",
    subject: `Cancelled: ${dated(facts)}`,
    paragraphs: ["We are sorry: this session does not take place. You need do nothing."],
  }),
  link: (facts) => ({
    heading: stateWords[facts.signUp.state],
    subject: `Your link: ${facts.event.title}`,
    paragraphs: [
      `Somebody, perhaps you, has just signed up for this session with your address. Nothing was changed, since this address has a sign-up already. ${stands[facts.signUp.state](facts)}`,
      "With the link below you can see it and change it. If it was not you who signed up again, you need do nothing.",
    ],
  }),
  message: (facts) => ({ heading: `A message about ${oneLine(facts.event.title)}`, subject: subjectOf(facts), paragraphs: [] }),
  message_test: (facts) => ({
    heading: `A message about ${oneLine(facts.event.title)}`,
    subject: `Test: ${subjectOf(facts)}`,
    paragraphs: ["This is a test, and you alone get it. Below is what those to whom it is sent will read."],
  }),
};

const subjectOf = ({ written }: MailFacts): string => {
  if (!written) throw new Error("a mail that carries a message has it");
  return written.subject;
};

const dated = ({ event, session }: MailFacts) => `${event.title}, ${shortDayOf(session.startsAt, event.venue.zone)}`;
const notEnoughSeats = ({ signUp }: MailFacts) =>
  signUp.partySize > 1 ? "There are not enough free seats for all of you now." : "There is no free seat for you now.";
const seats = ({ signUp }: MailFacts) => (signUp.partySize > 1 ? `Your ${signUp.partySize} seats are` : "Your seat is");

/** What the office wrote to the people concerned: why a session does not take place, or why it declined. */
function reasonOf({ kind, signUp, event, session }: MailFacts): string | undefined {
  if (kind === "declined") return signUp.state === "declined" && signUp.reason ? oneLine(signUp.reason, 500) : undefined;
  if (kind !== "cancelled") return undefined;
  if (session.status === "cancelled") return oneLine(session.reason);
  return event.status === "cancelled" ? oneLine(event.reason) : undefined;
}

const linkLabel = (signUp: SignUp): string => (isStanding(signUp) ? "See, change or withdraw your sign-up" : "See what we hold of your sign-up");

const why = ({ kind, signUp, agency }: MailFacts): string => {
  const isYours = "The link is yours alone: please do not forward it.";
  if (kind === "link") {
    return `You get this mail because your address was entered in a sign-up form of the ${oneLine(agency.office.title)}. At most one such mail is sent an hour. ${isYours}`;
  }
  if (kind === "message") return `You get this mail because you signed up for this event, and the office writes to those concerned. ${isYours}`;
  if (kind === "message_test") return "You get this mail because you sent yourself a test in the console. The link leads nowhere.";
  const ifNot = isStanding(signUp) ? "If it was not you, withdraw with the link." : "If it was not you, you need do nothing.";
  return `You get this mail because somebody signed up for this event with your address, most likely you. ${ifNot} ${isYours}`;
};
