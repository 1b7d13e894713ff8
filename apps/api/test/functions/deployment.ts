import { createCipheriv, randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Deployed, handed } from "../../src/lambda/handed-secrets.ts";
import type { Secrets } from "../../src/secrets.ts";

/** The functions that are deployed, each under the name of its bundle. */
export const functionNames = ["public", "admin", "stream", "mailer", "schedule", "bounces"] as const satisfies readonly Deployed[];
export type FunctionName = (typeof functionNames)[number];

export const publicOrigin = "https://events.example.org";
export const consoleOrigin = "https://console.example.org";

const ring = (letter: string) => [{ id: 1, key: letter.repeat(32) }];

/** As long as the deployed ones must be. */
export const deployedSecrets: Secrets = { addressKey: "a".repeat(32), links: ring("l"), forms: ring("f"), cookies: ring("c") };

const keptAs: Record<keyof Secrets, string> = { addressKey: "AddressKey", links: "LinkKeys", forms: "FormKeys", cookies: "CookieKeys" };

const openId = { OpenIdIssuer: "https://login.example.org", OpenIdClientId: "console", OpenIdClientSecret: "secret" };

/** Everything that is linked to a function, by name. */
export function linksOf(name: FunctionName): Record<string, string> {
  const secrets = handed[name].map((secret: keyof Secrets) => {
    const value = deployedSecrets[secret];
    return [keptAs[secret], typeof value === "string" ? value : JSON.stringify(value)];
  });
  return { ...Object.fromEntries(secrets), ...(name === "admin" ? openId : {}) };
}

const sealedName = "resource.enc";

/** Seals links into a function's folder as SST's command does when it deploys, and says what opens them. */
export function seal(folder: string, links: Readonly<Record<string, string>>): Record<string, string> {
  const key = randomBytes(32);
  const cipher = createCipheriv("aes-256-gcm", key, Buffer.alloc(12));
  const text = JSON.stringify(Object.fromEntries(Object.entries(links).map(([name, value]) => [name, { type: "sst.sst.Secret", value }])));
  writeFileSync(join(folder, sealedName), Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]));
  return { SST_KEY: key.toString("base64"), SST_KEY_FILE: sealedName };
}

export interface Surroundings {
  tableName: string;
  accessKeyId: string;
  databaseEndpoint: string;
  queueEndpoint: string;
  queueUrl: string;
  mailEndpoint: string;
}

/** What each function is told by the infrastructure, with the services at hand in the place of Amazon's. */
export function environmentOf(name: FunctionName, at: Surroundings): Record<string, string> {
  return {
    TABLE_NAME: at.tableName,
    PUBLIC_ORIGIN: publicOrigin,
    CONSOLE_ORIGIN: consoleOrigin,
    MAIL_FROM: "office@partnerships.example",
    AWS_ACCESS_KEY_ID: at.accessKeyId,
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_ENDPOINT_URL_DYNAMODB: at.databaseEndpoint,
    ...(name === "public" || name === "admin" ? { CLIENT_ADDRESS_HEADER: "x-viewer-ip" } : { NODE_OPTIONS: "--enable-source-maps" }),
    ...(name === "stream" || name === "schedule" ? { MAIL_QUEUE_URL: at.queueUrl, AWS_ENDPOINT_URL_SQS: at.queueEndpoint } : {}),
    ...(name === "mailer" ? { MAIL_MAX_RECEIVES: "20", AWS_ENDPOINT_URL_SESV2: at.mailEndpoint } : {}),
  };
}
