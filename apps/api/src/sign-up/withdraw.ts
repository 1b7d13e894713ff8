import { withdraw as decideWithdraw } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { changeSignUp, type SignUpChange } from "./change-sign-up.ts";

/** Gives up seat or place: the person through their link, or the office for them. */
export const withdraw = (deps: Deps, request: SignUpChange) => changeSignUp(deps, request, "sign_up.withdraw", decideWithdraw);
