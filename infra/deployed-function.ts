import { liveTable } from "./data.ts";
import { logDays } from "./defaults.ts";
import { consoleRouter, publicRouter } from "./edge.ts";
import type { FunctionName } from "./reach.ts";
import { secretsOf } from "./secrets.ts";
import { isPermanent, settings } from "./stage.ts";
import { tablePermissions } from "./table-permissions.ts";

/** What a function is told that is no secret. A command in `sst shell` is told the same. */
const environment = {
  TABLE_NAME: liveTable.name,
  PUBLIC_ORIGIN: publicRouter.url,
  CONSOLE_ORIGIN: consoleRouter.url,
  MAIL_FROM: settings.mailFrom,
};

new sst.Linkable("Deployment", { properties: environment });

type Given = Pick<sst.aws.FunctionArgs, "environment" | "permissions" | "timeout" | "url" | "concurrency" | "retries"> & {
  /** The folder of its bundle. */
  bundle: string;
  onFailure?: $util.Input<string>;
};

/**
 * A function of ours: built by apps/api, with the secrets and the table's partitions that it needs, a log of its own, and
 * nothing else. It may not even make its log: that is there before it.
 */
export function deployedFunction(name: FunctionName, { bundle, environment: more, permissions = [], onFailure, ...given }: Given) {
  const log = new aws.cloudwatch.LogGroup(
    `${name}Log`,
    { name: `/${$app.name}/${$app.stage}/${name}`, retentionInDays: logDays },
    { retainOnDelete: isPermanent },
  );
  const deployed = new sst.aws.Function(name, {
    // Built by apps/api/build.mjs, which makes them smaller and quicker to load than SST's own bundler.
    bundle: `apps/api/dist/lambda/${bundle}`,
    handler: "index.handler",
    logging: { format: "json", logGroup: log.name },
    link: secretsOf(name),
    environment: $output(more ?? {}).apply((its) => ({ ...environment, ...its })),
    permissions: $output(permissions).apply((its) => [
      ...tablePermissions(name),
      ...its,
      { actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: [$interpolate`${log.arn}:*`] },
    ]),
    ...given,
    transform: {
      role: (args) => {
        // SST gives every function Amazon's policy for logs, which lets it write to any log of the account,
        args.managedPolicyArns = [];
        // and lets the whole account take on its role, which only `sst dev` needs.
        args.assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });
      },
      eventInvokeConfig: (args) => {
        if (onFailure) args.destinationConfig = { onFailure: { destination: onFailure } };
      },
    },
  });
  return { deployed, log };
}
