import { isPermanent } from "./stage.ts";

/** The same for every function, also for one that somebody adds without thinking of it. */
$transform(sst.aws.Function, (args) => {
  args.runtime ??= "nodejs24.x";
  args.architecture ??= "arm64";
  args.memory ??= "1024 MB";
  args.logging ??= { format: "json", retention: "1 month" };
});

/** How long logs are kept. They hold no personal data (that of the firewall, which does, is kept for less: `edge.ts`); what the office answers for is in the audit records, which stay. */
export const logDays = isPermanent ? 400 : 14;
