import { type CorrectionInput, correct as decideCorrect, refuse } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { findEvent } from "../event/store.ts";
import { changeSignUp, type SignUpChange } from "./change-sign-up.ts";
import { findSeats } from "./seats-store.ts";

/** Its holder corrects affiliation or answers. */
export async function correct(deps: Deps, request: SignUpChange & { correction: CorrectionInput }) {
  const stored = await findSeats(deps, request.sessionId);
  const event = stored && (await findEvent(deps, stored.seats.eventId));
  if (!event) return refuse({ code: "sign_up_unknown" as const });
  return changeSignUp(deps, request, "sign_up.correct", (signUp, seats, now) => decideCorrect(signUp, request.correction, event, seats, now));
}
