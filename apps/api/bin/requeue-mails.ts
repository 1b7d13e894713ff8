import { depsFromEnvironment } from "../src/lambda/environment.ts";
import { requeueDeadMails } from "../src/mail/requeue-dead-mails.ts";

/**
 * `pnpm requeue-mails`: what was given up is tried again. Mend the cause first, and purge the queue of dead letters afterwards:
 * its messages only name these mails. Run it in `sst shell`, which knows the deployment.
 */
const queued = await requeueDeadMails(depsFromEnvironment("command"));
process.stdout.write(queued === 0 ? "No mail was given up.\n" : `${queued} mails are queued again; the sweep hands them to the queue within a minute.\n`);
