import { reconcileAll } from "../src/event/reconcile-all.ts";
import { depsFromEnvironment } from "../src/lambda/environment.ts";

/**
 * `pnpm reconcile [--repair]`: compares every session's seats with its sign-ups and prints the drift. With `--repair` the
 * counts are taken anew from the sign-ups. Events that lists do not show as they stand are put there in any case. Ends with 1
 * where something is not known to agree: it drifted and was not, or cannot be, repaired, or the session changed too fast to be
 * compared. Run it in `sst shell`, which knows the deployment.
 */
const repair = process.argv.includes("--repair");
const { sessions, uncompared, drifts, freedClaims, mended } = await reconcileAll(depsFromEnvironment("command"), { repair });
for (const { sessionId, field, seats, signUps } of drifts) process.stdout.write(`${sessionId} ${field}: seats say ${seats}, sign-ups say ${signUps}\n`);
// A missing seat item cannot be derived from its sign-ups, nor what a standing sign-up stands for.
const left = repair ? drifts.filter(({ field }) => field === "standing" || field === "seats").length : drifts.length;
process.stdout.write(
  `${sessions - uncompared} sessions compared, ${uncompared} uncompared, ${drifts.length} drifts${repair ? `, ${drifts.length - left} repaired` : ""}, ${freedClaims} claims freed, ${mended} events put on the lists\n`,
);
process.exitCode = left > 0 || uncompared > 0 ? 1 : 0;
