import { makePartySmaller as decideSmaller } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { changeSignUp, type SignUpChange } from "./change-sign-up.ts";

/** Fewer people come; seat or place in line is kept. */
export const makePartySmaller = (deps: Deps, request: SignUpChange & { partySize: number }) =>
  changeSignUp(deps, request, "sign_up.make_smaller", (signUp, seats, now) => decideSmaller(signUp, request.partySize, seats, now));
