import { type Instant, type MessageAudience, type SessionId, type SignUp, whyNotWrittenTo } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { findSuppressions } from "../mail/suppression-store.ts";
import { readSeats } from "../sign-up/seats-store.ts";
import { listSignUpsAfter, readSignUps } from "../sign-up/store.ts";
import type { LeftOut } from "./contract.ts";
import { inSeats } from "./in-seats.ts";

export interface Recipients {
  /** One for each address, in the order of the sessions, among those who were looked at. */
  recipients: SignUp[];
  leftOut: LeftOut[];
  /** People who were not looked at and hold seats or wait in states that are written to, as the seats count them. */
  others: number;
  /** Whether everybody was looked at: then there are no others, and the rest is exact. */
  isWhole: boolean;
}

interface Asked {
  sessionIds: readonly SessionId[];
  audience: MessageAudience;
  writtenAt: Instant;
}

/** All of the largest session that an office fills by a form, and of any event as many. */
const lookedThroughAtMost = 2000;
const signUpsPerPage = 500;

/**
 * Whom a message would go to as everything stands now, and who of those asked for would get none. Looked at before it is sent;
 * each mail is judged once more when its turn comes, so nobody is left out who was not looked at here.
 */
export async function findRecipients(deps: Deps, asked: Asked, most = lookedThroughAtMost): Promise<Recipients> {
  const { audience, writtenAt } = asked;
  const leftOut: LeftOut[] = [];
  const byAddress = new Map<string, SignUp>();
  const judge = (signUp: SignUp) => {
    const why = whyNotWrittenTo({ audience, writtenAt }, signUp);
    if (why === "other_state" || why === "not_chosen") return;
    // Those who withdrew are passed over without a word where nobody asked for them by name.
    if (why !== undefined) {
      if (audience.kind === "people") leftOut.push({ id: signUp.id, name: signUp.name, why });
    } else if (byAddress.has(signUp.email)) leftOut.push({ id: signUp.id, name: signUp.name, why: "same_address" });
    else byAddress.set(signUp.email, signUp);
  };
  const beyond =
    audience.kind === "people" ? await lookAtChosen(deps, asked.sessionIds, audience, leftOut, judge) : await lookAtStates(deps, asked, audience, most, judge);
  const held = await findSuppressions(
    deps,
    [...byAddress.values()].map(({ email }) => email),
    deps.now(),
  );
  const recipients: SignUp[] = [];
  for (const signUp of byAddress.values()) {
    if (held.has(signUp.email)) leftOut.push({ id: signUp.id, name: signUp.name, why: "address_held" });
    else recipients.push(signUp);
  }
  return { recipients, leftOut, ...beyond };
}

type Beyond = Pick<Recipients, "others" | "isWhole">;
type Chosen = Extract<MessageAudience, { kind: "people" }>;
type InStates = Extract<MessageAudience, { kind: "states" }>;

/** People who were chosen are as many as one request names, and each of them is looked at. */
async function lookAtChosen(
  deps: Deps,
  sessionIds: readonly SessionId[],
  { signUpIds }: Chosen,
  leftOut: LeftOut[],
  judge: (signUp: SignUp) => void,
): Promise<Beyond> {
  for (const sessionId of sessionIds) {
    const known = new Map((await readSignUps(deps, sessionId, signUpIds)).map(({ signUp }) => [signUp.id, signUp]));
    for (const id of signUpIds) {
      const signUp = known.get(id);
      if (signUp) judge(signUp);
      else leftOut.push({ id, name: "", why: "sign_up_unknown" });
    }
  }
  return { others: 0, isWhole: true };
}

/** Goes through rosters until so many sign-ups were looked at; of those beyond, the seats tell how many there are. */
async function lookAtStates(deps: Deps, { sessionIds }: Asked, { states }: InStates, most: number, judge: (signUp: SignUp) => void): Promise<Beyond> {
  const seats = await readSeats(deps, sessionIds);
  let left = most;
  let others = 0;
  let isWhole = true;
  for (const sessionId of sessionIds) {
    const { people, areAllCounted } = inSeats(seats.get(sessionId), states);
    if (people === 0 && areAllCounted) continue;
    let found = 0;
    let after: string | undefined;
    for (let hasMore = true; hasMore; ) {
      if (left <= 0) {
        isWhole = false;
        others += Math.max(0, people - found);
        break;
      }
      const { stored, cursor } = await listSignUpsAfter(deps, sessionId, after, Math.min(signUpsPerPage, left));
      for (const { signUp } of stored) {
        judge(signUp);
        if ((states as readonly string[]).includes(signUp.state)) found += signUp.partySize;
      }
      left -= stored.length;
      after = cursor;
      hasMore = cursor !== undefined;
    }
  }
  return { others, isWhole };
}
