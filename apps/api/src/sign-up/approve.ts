import { approve as decideApprove } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { changeSignUp, type SignUpChange } from "./change-sign-up.ts";

/** The office approves: the held seat becomes a confirmed one. */
export const approve = (deps: Deps, request: SignUpChange) => changeSignUp(deps, request, "sign_up.approve", decideApprove);
