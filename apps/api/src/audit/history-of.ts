import { type EventId, type Result, refuse, type SessionId, type SignUpId, type UserId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { findSignUp } from "../sign-up/store.ts";
import type { AuditPage } from "./contract.ts";
import { type AuditRefusal, listAudit } from "./list-audit.ts";

/** As far back as anybody asks who works with an event. */
const daysBack = 365;

/**
 * What happened to one thing, latest first, a page at a time: of that subject and no other. Whoever calls has asked whether the
 * actor may see it; a cursor leads on in this subject's records alone.
 */
export function historyOf(
  deps: Deps,
  actorId: UserId,
  subject: EventId | SessionId | SignUpId,
  cursor: string | undefined,
): Promise<Result<AuditPage, AuditRefusal>> {
  return listAudit(deps, actorId, { subject, cursor }, daysBack);
}

/** The same of a person's sign-up, where it is one of this session: another's stands in another scope. */
export async function historyOfSignUp(
  deps: Deps,
  actorId: UserId,
  { sessionId, signUpId }: { sessionId: SessionId; signUpId: SignUpId },
  cursor: string | undefined,
): Promise<Result<AuditPage, AuditRefusal | { code: "sign_up_unknown" }>> {
  return (await findSignUp(deps, sessionId, signUpId)) ? historyOf(deps, actorId, signUpId, cursor) : refuse({ code: "sign_up_unknown" });
}
