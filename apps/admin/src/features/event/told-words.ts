import type { EditPreview, SessionTold } from "../../lib/api/event.ts";

type Counts = SessionTold["told"];

const parts: readonly (readonly [keyof Counts, string])[] = [
  ["confirmed", "confirmed"],
  ["pending", "waiting for a decision"],
  ["waitlisted", "in line"],
  ["received", "just received"],
];

/** `38 confirmed, 3 in line` */
export const countsInWords = (told: Counts): string =>
  parts.flatMap(([state, words]) => (told[state] > 0 ? [`${told[state].toLocaleString("en-US")} ${words}`] : [])).join(", ");

const mails = (count: number) => (count === 1 ? "1 mail" : `${count.toLocaleString("en-US")} mails`);

/** Who of a session is told: `38 confirmed, 3 in line`; where they were too many to count one by one, about so many. */
export const toldOfSession = ({ told, countedIn }: Pick<SessionTold, "told" | "countedIn">): string => {
  const words = countsInWords(told);
  return words === "" ? "nobody yet" : countedIn === "seats" ? `about ${words}` : words;
};

/** Who moves up: `3 move up from the line`. */
export function movesUpInWords({ confirmed, pending, isAtLeast }: EditPreview["movesUp"][number]): string {
  const count = confirmed + pending;
  return `${isAtLeast ? "at least " : ""}${count.toLocaleString("en-US")} ${count === 1 ? "moves" : "move"} up from the line`;
}

/** All in all: `41 mails go out when you save: 38 confirmed, 3 in line.` */
export function toldInWords({ mailCount, isMailCountExact, sessions, movesUp }: EditPreview): string {
  const sum = sessions.reduce<Counts>(
    (all, { told }) => ({
      received: all.received + told.received,
      confirmed: all.confirmed + told.confirmed,
      pending: all.pending + told.pending,
      waitlisted: all.waitlisted + told.waitlisted,
    }),
    { received: 0, confirmed: 0, pending: 0, waitlisted: 0 },
  );
  const up = movesUp.reduce((count, { confirmed, pending }) => count + confirmed + pending, 0);
  const least = movesUp.some(({ isAtLeast }) => isAtLeast) ? "at least " : "";
  const who = [countsInWords(sum), ...(up > 0 ? [`${least}${up.toLocaleString("en-US")} moving up from the line`] : [])]
    .filter((text) => text !== "")
    .join(", ");
  return `${isMailCountExact ? "" : "About "}${mails(mailCount)} ${mailCount === 1 ? "goes" : "go"} out when you save${who === "" ? "" : `: ${who}`}.`;
}

/** What changed for the people of a session: `Time and place change`. */
export function changeInWords(changes: SessionTold["changes"]): string {
  const both = changes.includes("time") && changes.includes("place");
  return both ? "Time and place change" : changes.includes("time") ? "The time changes" : "The place changes";
}
