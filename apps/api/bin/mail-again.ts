import { EmailAddress } from "@cte-partnerships/domain";
import { depsFromEnvironment } from "../src/lambda/environment.ts";
import { liftSuppression } from "../src/mail/suppression-store.ts";

/**
 * `pnpm mail-again <address>`: mails go again to an address that bounced or complained, once its holder says that it is
 * right and that they want them. Amazon keeps a list of its own beside ours: take the address off that one first. Run it in
 * `sst shell`, which knows the deployment.
 */
const address = EmailAddress.safeParse(process.argv.slice(2).find((word) => word !== "--"));
if (!address.success) {
  process.stderr.write("mail-again <address>\n");
  process.exitCode = 2;
} else {
  const wasHeld = await liftSuppression(depsFromEnvironment("command"), address.data);
  process.stdout.write(wasHeld ? "Mails go to this address again.\n" : "Nothing was held back from this address.\n");
}
