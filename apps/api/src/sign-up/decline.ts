import { decline as decideDecline } from "@cte-partnerships/domain";
import { auditWrite } from "../audit/store.ts";
import type { Deps } from "../deps.ts";
import { changeSignUp, type SignUpChange } from "./change-sign-up.ts";
import { signUpKey } from "./store.ts";

/** The office declines somebody who is pending or in line; a held seat is free again. Its audit record is written with it. */
export const decline = (deps: Deps, request: SignUpChange & { reason?: string }) =>
  changeSignUp(
    deps,
    request,
    "sign_up.decline",
    (signUp, seats, now) => decideDecline(signUp, seats, now, request.reason),
    ({ id, sessionId, state, version }, change) => [
      auditWrite(deps, { subject: id, item: { ...signUpKey(sessionId, id), version }, change, changed: ["state"], after: { state, version } }),
    ],
  );
