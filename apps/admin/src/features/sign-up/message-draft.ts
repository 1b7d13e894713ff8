import type { MessageAudience, MessageInput, writableStates } from "@cte-partnerships/domain";
import type { RosterRow } from "../../lib/api/roster.ts";
import { people as peopleInWords } from "../../lib/counts.ts";

export type WritableState = (typeof writableStates)[number];

/** Whom a message that is being written is for: everybody in some states, or these. */
export type Writing = { to: "states" } | { to: "people"; people: readonly RosterRow[] };

/** What is being written, as it is typed. */
export interface Draft {
  subject: string;
  text: string;
  states: WritableState[];
  reach: "session" | "event";
}

/** A message that is about to be sent: as it goes, to how many or about how many, and where it came from, should it be taken back. */
export interface Sending {
  input: { message: MessageInput; audience: MessageAudience; reach: Draft["reach"] };
  people: number;
  isPeopleExact: boolean;
  writing: Writing;
}

/** `38 people`, `about 31,207 people` where they were too many to go through one by one. */
export const reachInWords = ({ people, isPeopleExact }: Pick<Sending, "people" | "isPeopleExact">): string =>
  `${isPeopleExact ? "" : "about "}${peopleInWords(people)}`;
