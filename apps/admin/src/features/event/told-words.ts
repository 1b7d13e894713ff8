import type { EditPreview, SessionTold } from "../../lib/api/event.ts";

type Counts = SessionTold["told"];

const parts: readonly (readonly [keyof Counts, string])[] = [
  ["confirmed", "confirmed"],
  ["pending", "waiting for a decision"],
  ["waitlisted", "in line"],
  ["received", "just received"],
];

/** `38 confirmed, 3 in line` */
export const countsInWords = (told: Counts): string => parts.flatMap(([state, words]) => (told[state] > 0 ? [`${told[state]} ${words}`] : [])).join(", ");

const mails = (count: number) => (count === 1 ? "1 mail" : `${count.toLocaleString("en-US")} mails`);

/** All in all: `41 mails go out when you save: 38 confirmed, 3 in line.` */
export function toldInWords({ mailCount, sessions, movesUp }: EditPreview): string {
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
  const who = [countsInWords(sum), ...(up > 0 ? [`${up} moving up from the line`] : [])].filter((text) => text !== "").join(", ");
  return `${mails(mailCount)} ${mailCount === 1 ? "goes" : "go"} out when you save${who === "" ? "" : `: ${who}`}.`;
}

/** What changed for the people of a session: `Time and place change`. */
export function changeInWords(changes: SessionTold["changes"]): string {
  const both = changes.includes("time") && changes.includes("place");
  return both ? "Time and place change" : changes.includes("time") ? "The time changes" : "The place changes";
}
