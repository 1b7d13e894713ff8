import { EmailAddress, type UserId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { write } from "../table/transact.ts";
import { firstDirectorWrite } from "./director-store.ts";
import { grantWrites } from "./give-grant.ts";
import { type Subject, userStandsCheck } from "./user-store.ts";

/**
 * Gives whom the configuration names the first director's grant, when they sign in: once in the life of a deployment, and only
 * where nobody was ever director over the whole city. The configuration has no say after that, whatever it is set to.
 */
export async function makeFirstDirector(deps: Deps, userId: UserId, person: Subject & { verifiedAddress?: string | undefined }): Promise<void> {
  const wanted = deps.config.firstDirector;
  if (wanted === undefined || !isNamed(wanted, person)) return;
  const { grant, members } = grantWrites(deps, { userId, role: "director", scope: { kind: "city" }, by: { kind: "system", part: "configuration" } });
  const written = await write(deps, [firstDirectorWrite(deps, grant.id), userStandsCheck(deps, { id: userId }), ...members]);
  if (written.ok) deps.log.info("the first director was given their grant", { userId, grantId: grant.id });
}

/** `sub:` and the provider's own name of a person, or an address that the provider says is theirs. */
function isNamed(wanted: string, { subject, verifiedAddress }: Subject & { verifiedAddress?: string | undefined }): boolean {
  if (wanted.startsWith("sub:")) return wanted.slice("sub:".length) === subject;
  const [named, told] = [EmailAddress.safeParse(wanted), EmailAddress.safeParse(verifiedAddress)];
  return named.success && told.success && named.data === told.data;
}
