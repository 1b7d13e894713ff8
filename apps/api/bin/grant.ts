import { Role } from "@cte-partnerships/domain";
import { type GrantByHandRefusal, grantByHand } from "../src/access/grant-by-hand.ts";
import { depsFromEnvironment } from "../src/lambda/environment.ts";

/**
 * `pnpm grant <issuer> <subject> <role> <scope> [name]`: gives somebody a role, and so a new deployment its first director.
 * The issuer and subject are the provider's own names. Run it in `sst shell`, which knows the deployment.
 */
const usage = `grant <issuer> <subject> <role> <scope> [name]
  role: ${Role.options.join(", ")}
  scope: city, or the id of a commission or school such as cms_information-technology`;

const sentences: Record<GrantByHandRefusal["code"], string> = {
  issuer_invalid: "The issuer is the provider's address as its tokens name it, such as https://login.example.org/tenant.",
  subject_missing: "The subject is the provider's own name for the person (the claim sub), and not an address.",
  role_unknown: `There is no such role: there are ${Role.options.join(", ")}.`,
  scope_unknown: "There is no such scope: city, or the id of a commission or school that the agency has.",
  user_unknown: "The person was taken away meanwhile: try again.",
};

const [issuer, subject, role, scope, name, ...rest] = process.argv.slice(2).filter((word) => word !== "--");
if (issuer === undefined || subject === undefined || role === undefined || scope === undefined || rest.length > 0) {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 2;
} else {
  const granted = await grantByHand(depsFromEnvironment("command"), { issuer, subject, role, scope, name });
  if (granted.ok) {
    const { userId, grantId, isNewUser } = granted.value;
    process.stdout.write(`${userId} (${isNewUser ? "made known now" : "known before"}) is ${role} of ${scope}: ${grantId}\n`);
  } else {
    process.stderr.write(`${sentences[granted.refusal.code]}\n`);
    process.exitCode = 1;
  }
}
