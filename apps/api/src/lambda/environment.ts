import { instantFrom } from "@cte-partnerships/domain";
import * as z from "zod";
import { agency } from "../agency.ts";
import type { Deps, Log } from "../deps.ts";
import { makeIds } from "../ids.ts";
import { openTable } from "../table/client.ts";
import { type Deployed, handedSecrets } from "./handed-secrets.ts";
import { linkedTo } from "./linked.ts";

const origin = z.url().refine((text) => new URL(text).origin === text, "must be an origin such as https://events.example.org");

/** What the infrastructure tells a deployed function. */
const Environment = z.object({
  TABLE_NAME: z.string().min(1),
  PUBLIC_ORIGIN: origin,
  CONSOLE_ORIGIN: origin,
  MAIL_FROM: z.email(),
  CLIENT_ADDRESS_HEADER: z.string().min(1).optional(),
  /** Origins with spaces between. */
  EMBED_ORIGINS: z
    .string()
    .transform((text) => text.split(" ").filter((word) => word !== ""))
    .pipe(z.array(origin))
    .optional(),
  FIRST_DIRECTOR: z.union([z.string().regex(/^sub:./), z.email()], "must be an address, or sub: and the provider's name of a person").optional(),
});

/**
 * Everything a use case may reach, from the environment of a deployed function, with the secrets that this function is handed.
 * Throws at start where something is missing. A command finds in `sst shell` what the functions are told (`Deployment`).
 */
export function depsFromEnvironment(to: Deployed, environment: NodeJS.ProcessEnv = process.env): Deps {
  const linked = linkedTo(environment);
  const told = Environment.parse({ ...(to === "command" ? (linked("Deployment") as object | undefined) : undefined), ...environment });
  return {
    table: openTable(told.TABLE_NAME),
    agency,
    now: () => instantFrom(Date.now()),
    ids: makeIds(),
    secrets: handedSecrets(to, linked),
    log,
    config: {
      publicOrigin: told.PUBLIC_ORIGIN,
      consoleOrigin: told.CONSOLE_ORIGIN,
      mailFrom: told.MAIL_FROM,
      isRateLimited: true,
      ...(told.CLIENT_ADDRESS_HEADER === undefined ? {} : { clientAddressHeader: told.CLIENT_ADDRESS_HEADER }),
      ...(told.FIRST_DIRECTOR === undefined ? {} : { firstDirector: told.FIRST_DIRECTOR }),
      ...(told.EMBED_ORIGINS === undefined ? {} : { embedOrigins: told.EMBED_ORIGINS }),
    },
  };
}

/** One JSON object a line, which CloudWatch reads field by field. */
const log: Log = {
  info: (message, facts) => void process.stdout.write(`${JSON.stringify({ level: "INFO", message, ...facts })}\n`),
  error: (message, facts) => void process.stdout.write(`${JSON.stringify({ level: "ERROR", message, ...facts })}\n`),
};
