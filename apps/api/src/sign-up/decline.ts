import { decline as decideDecline } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { changeSignUp, type SignUpChange } from "./change-sign-up.ts";

/** The office declines somebody who is pending or in line; a held seat is free again. */
export const decline = (deps: Deps, request: SignUpChange & { reason?: string }) =>
  changeSignUp(deps, request, "sign_up.decline", (signUp, seats, now) => decideDecline(signUp, seats, now, request.reason));
