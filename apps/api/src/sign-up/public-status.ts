import type { SignUp } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { type LinkPurpose, linkToken } from "./link.ts";
import type { SignUpStatus } from "./public-contract.ts";

type Linker = Pick<Deps, "secrets" | "config">;

const tokenOf = (deps: Linker, purpose: LinkPurpose, signUp: SignUp, linkVersion: number) =>
  linkToken(deps.secrets, purpose, { sessionId: signUp.sessionId, signUpId: signUp.id, linkVersion });

/** The page on which its holder manages the sign-up. */
export const manageUrl = (deps: Linker, signUp: SignUp, linkVersion: number): string =>
  `${deps.config.publicOrigin}/manage/${tokenOf(deps, "manage", signUp, linkVersion)}`;

/** Where the state is told as JSON, without any personal data. */
export const statusUrl = (deps: Linker, signUp: SignUp, linkVersion: number): string =>
  `${deps.config.publicOrigin}/api/public/sign-ups/${tokenOf(deps, "status", signUp, linkVersion)}`;

/** The page that says how it stands, for somebody who just signed up. */
export const answerPath = (deps: Linker, signUp: SignUp, linkVersion: number): string => `/sign-ups/${tokenOf(deps, "status", signUp, linkVersion)}`;

/** A sign-up as the public's JSON tells it. */
export function toStatus(deps: Linker, signUp: SignUp, linkVersion: number): SignUpStatus {
  const common = { id: signUp.id, manageUrl: manageUrl(deps, signUp, linkVersion) };
  switch (signUp.state) {
    case "received":
      return { ...common, state: signUp.state, statusUrl: statusUrl(deps, signUp, linkVersion) };
    case "waitlisted":
      return { ...common, state: signUp.state, place: signUp.place };
    case "refused":
      return { ...common, state: signUp.state, code: signUp.code };
    default:
      return { ...common, state: signUp.state };
  }
}
