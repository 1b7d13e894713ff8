import { AsyncLocalStorage } from "node:async_hooks";
import type { Deps } from "../src/deps.ts";
import { handed } from "../src/lambda/handed-secrets.ts";
import type { Secrets } from "../src/secrets.ts";
import type { Table } from "../src/table/client.ts";
import { allowing, askedBy, type Deployed, type Grant, wordsOf } from "./policies.ts";

/**
 * Runs each deployed function in all tests as IAM would let it run: whatever its policy does not allow is refused, and whatever
 * of it was needed is noted. Emulators know no policies, so a grant that is missing would show on the first day on AWS alone.
 */
const running = new AsyncLocalStorage<Deployed>();

/** What was refused and not yet looked at: it fails the test that is running, also where the code went on without. */
export const refused: string[] = [];

/** Every grant that was made use of: `PublicApi GetItem table SES#*`. */
export const needed = new Set<string>();

/** Everything that is begun here, and what follows from it, is this function's. */
export const asFunction = <Answer>(name: Deployed, run: () => Answer): Answer => (running.getStore() ? run() : running.run(name, run));

/** A table whose client asks the policy of whoever is running first. */
export function guarded(table: Table): Table {
  const { client } = table;
  const send = client.send.bind(client) as (command: never, ...rest: never[]) => unknown;
  const guardedSend = (command: { constructor: { name: string }; input: object }, ...rest: never[]) => {
    const name = running.getStore();
    if (name) for (const asked of askedBy(command)) ask(name, asked);
    return send(command as never, ...rest);
  };
  Object.defineProperty(client, "send", { value: guardedSend, configurable: true, writable: true });
  return table;
}

function ask(name: Deployed, asked: Grant): void {
  const grant = allowing(name, asked);
  if (grant) {
    needed.add(`${name} ${wordsOf(grant)}`);
    return;
  }
  const kind = `${asked.partition.split("#")[0]}${asked.partition.includes("#") ? "#…" : ""}`;
  const told = `${name} may not ${wordsOf({ ...asked, partition: kind })}: if it has to, name it in infra/reach.ts and run "pnpm --filter @cte-partnerships/infra check -u"`;
  refused.push(told);
  throw Object.assign(new Error(told), { name: "AccessDeniedException", $metadata: { httpStatusCode: 400 } });
}

const secretsOf = {
  PublicApi: handed.public,
  AdminApi: handed.admin,
  Stream: handed.stream,
  Mailer: handed.mailer,
  Schedule: handed.schedule,
  Bounces: handed.bounces,
} as const;

/** The deps as a function has them: with the secrets that it is handed, and none besides. */
export function asHanded<D extends Pick<Deps, "secrets">>(name: Deployed, deps: D): D {
  const secrets = {} as Secrets;
  for (const secret of ["addressKey", "links", "forms", "cookies"] as const) {
    Object.defineProperty(secrets, secret, {
      enumerable: true,
      get: () => {
        if ((secretsOf[name] as readonly string[]).includes(secret)) return deps.secrets[secret];
        const told = `${name} is not handed the secret ${secret}: if it has to be, name it in lambda/handed-secrets.ts and infra/secrets.ts`;
        refused.push(told);
        throw new Error(told);
      },
    });
  }
  return { ...deps, secrets };
}
