import { approve as decideApprove } from "@cte-partnerships/domain";
import { auditWrite } from "../audit/store.ts";
import type { Deps } from "../deps.ts";
import { changeSignUp, type SignUpChange } from "./change-sign-up.ts";
import { signUpKey } from "./store.ts";

/** The office approves: the held seat becomes a confirmed one. Its audit record is written with it. */
export const approve = (deps: Deps, request: SignUpChange) =>
  changeSignUp(deps, request, "sign_up.approve", decideApprove, ({ id, sessionId, state, version }, change) => [
    auditWrite(deps, {
      subject: id,
      item: { ...signUpKey(sessionId, id), version },
      change,
      changed: ["state"],
      before: { state: "pending" },
      after: { state, version },
    }),
  ]);
