import type { Grant } from "@cte-partnerships/domain";

/** A grant that may be the one by which an agency still has somebody who gives roles: over the whole city, and without an end. */
export const isLastingDirector = ({ role, scope, expiresAt }: Grant): boolean => role === "director" && scope.kind === "city" && expiresAt === undefined;
