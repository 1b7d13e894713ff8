import { reconcileAll } from "../src/event/reconcile-all.ts";
import { depsFromEnvironment } from "../src/lambda/environment.ts";

/**
 * `pnpm reconcile [--repair]`: compares every session's seats with its sign-ups and prints the drift. With `--repair` the
 * counts are taken anew from the sign-ups. Ends with 1 where something drifted and was not repaired. Run it in `sst shell`,
 * which knows the deployment.
 */
const repair = process.argv.includes("--repair");
const { sessions, drifts, freedClaims } = await reconcileAll(depsFromEnvironment("command"), { repair });
for (const { sessionId, field, seats, signUps } of drifts) process.stdout.write(`${sessionId} ${field}: seats say ${seats}, sign-ups say ${signUps}\n`);
process.stdout.write(`${sessions} sessions compared, ${drifts.length} drifts${repair ? " repaired" : ""}, ${freedClaims} claims freed\n`);
process.exitCode = drifts.length > 0 && !repair ? 1 : 0;
