import type { Evaluated } from "./registered.ts";

const everySecret = ["AddressKey", "LinkKeys", "FormKeys", "CookieKeys", "OpenIdIssuer", "OpenIdClientId", "OpenIdClientSecret"];

/** A word that must turn up in nothing that was registered: each secret's value ends in it. */
export const canary = "canary-of-a-secret";

/** As SST's command hands secrets to the program. */
const secrets = Object.fromEntries(everySecret.map((name) => [`SST_SECRET_${name}`, `${name}-${canary}`]));

const production = {
  PUBLIC_HOST: "events.example.org",
  CONSOLE_HOST: "console.example.org",
  MAIL_FROM: "office@example.org",
  ALARMS_TO: "one@example.org two@example.org",
  FIRST_DIRECTOR: "dana@example.org",
  EMBED_ORIGINS: "https://school.example https://other.example",
  MONTHLY_BUDGET_DOLLARS: "250",
  PUBLIC_CONCURRENCY: "200",
};

/** The stages that are evaluated, with what their environment tells them. */
export const stages = {
  production: { stage: "production", environment: { ...production, ...secrets } },
  development: { stage: "dana", environment: { MAIL_FROM: "dana@example.org", ...secrets } },
  /** Another agency's: its zone and certificates are kept elsewhere, and it works on a table that was restored. */
  elsewhere: {
    stage: "staging",
    environment: {
      ...production,
      PUBLIC_HOST_CERTIFICATE: "arn:aws:acm:us-east-1:123456789012:certificate/public",
      CONSOLE_HOST_CERTIFICATE: "arn:aws:acm:us-east-1:123456789012:certificate/console",
      MAIL_ZONE: "elsewhere",
      RESTORED_TABLE: "restored-at-noon",
      ...secrets,
    },
  },
} as const;

export type StageName = keyof typeof stages;

declare module "vitest" {
  interface ProvidedContext {
    evaluated: Record<StageName, Evaluated>;
    /** The same once more, as text. */
    texts: Record<StageName, readonly [string, string]>;
  }
}
