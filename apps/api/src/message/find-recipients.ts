import { type Instant, type MessageAudience, type SessionId, type SignUp, whyNotWrittenTo } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { findSuppressions } from "../mail/suppression-store.ts";
import { listSignUpsAfter, readSignUps } from "../sign-up/store.ts";
import type { LeftOut } from "./contract.ts";

export interface Recipients {
  /** One for each address, in the order of the sessions. */
  recipients: SignUp[];
  leftOut: LeftOut[];
}

interface Asked {
  sessionIds: readonly SessionId[];
  audience: MessageAudience;
  writtenAt: Instant;
}

/**
 * Whom a message would go to as everything stands now, and who of those asked for would get none. Looked at before it is sent;
 * each mail is judged once more when its turn comes.
 */
export async function findRecipients(deps: Deps, { sessionIds, audience, writtenAt }: Asked): Promise<Recipients> {
  const leftOut: LeftOut[] = [];
  const byAddress = new Map<string, SignUp>();
  for (const sessionId of sessionIds) {
    for await (const signUp of signUpsOf(deps, sessionId, audience, leftOut)) {
      const why = whyNotWrittenTo({ audience, writtenAt }, signUp);
      if (why === "other_state" || why === "not_chosen") continue;
      // Those who withdrew are passed over without a word where nobody asked for them by name.
      if (why !== undefined) {
        if (audience.kind === "people") leftOut.push({ id: signUp.id, name: signUp.name, why });
      } else if (byAddress.has(signUp.email)) leftOut.push({ id: signUp.id, name: signUp.name, why: "same_address" });
      else byAddress.set(signUp.email, signUp);
    }
  }
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
  return { recipients, leftOut };
}

const signUpsPerPage = 500;

async function* signUpsOf(deps: Deps, sessionId: SessionId, audience: MessageAudience, leftOut: LeftOut[]): AsyncGenerator<SignUp> {
  if (audience.kind === "people") {
    const stored = await readSignUps(deps, sessionId, audience.signUpIds);
    const known = new Map(stored.map(({ signUp }) => [signUp.id, signUp]));
    for (const id of audience.signUpIds) {
      const signUp = known.get(id);
      if (signUp) yield signUp;
      else leftOut.push({ id, name: "", why: "sign_up_unknown" });
    }
    return;
  }
  for (let after: string | undefined, isFirst = true; isFirst || after !== undefined; isFirst = false) {
    const { stored, cursor } = await listSignUpsAfter(deps, sessionId, after, signUpsPerPage);
    for (const { signUp } of stored) yield signUp;
    after = cursor;
  }
}
