/**
 * What a stage is told by its environment, and what follows from its name. Whoever deploys sets these (on GitHub: the variables
 * of the stage's environment), so that no agency's names stand in the code.
 */

/** Stages that hold what people entered: nothing in them is ever thrown away with the stage. */
export const isPermanent = $app.stage === "production" || $app.stage === "staging";

/** Where everything is but the edge: near New York, and where certificates, firewall and metrics of the edge must be anyhow. */
export const region = "us-east-1";

export interface Hostname {
  name: string;
  /** A certificate of one's own, where the zone is kept elsewhere: its records are then set by hand. */
  certificate: string | undefined;
}

export const settings = {
  /** Absent on a stage of one's own: then the edge has the names that it gives itself. */
  publicHost: hostnameIn("PUBLIC_HOST"),
  consoleHost: hostnameIn("CONSOLE_HOST"),
  /** The address that mails come from. A permanent stage proves that it holds the whole domain, any other the address alone. */
  mailFrom: told("MAIL_FROM"),
  /** Whether the zone of the mail domain is kept in Route 53 of this account; otherwise its records are set by hand. */
  isMailZoneHere: process.env.MAIL_ZONE !== "elsewhere",
  /** A table that was restored to a minute and is worked on instead of the stage's own (docs/operations.md). */
  restoredTable: process.env.RESTORED_TABLE || undefined,
  /**
   * Who becomes the first director by signing in, once and where there never was one: an address that the provider vouches for,
   * or `sub:` and the provider's own name of the person. Absent: made by the command.
   */
  firstDirector: process.env.FIRST_DIRECTOR || undefined,
  /** Who hears of alarms. */
  alarmsTo: wordsIn("ALARMS_TO"),
  /** Sites that may show the form in a frame. */
  embedOrigins: wordsIn("EMBED_ORIGINS"),
  /** What a month may cost before somebody is told, in dollars. */
  monthlyBudgetDollars: numberIn("MONTHLY_BUDGET_DOLLARS") ?? 100,
  /**
   * So many of the public function at once and no more, so that a flood leaves room for the console. Absent until the account's
   * quota allows it: a new account may run ten in all, and a hundred must stay unreserved.
   */
  publicConcurrency: numberIn("PUBLIC_CONCURRENCY"),
};

if (isPermanent) {
  if (!settings.publicHost || !settings.consoleHost) throw new Error(`The stage "${$app.stage}" needs PUBLIC_HOST and CONSOLE_HOST.`);
  if (settings.publicHost.name === settings.consoleHost.name)
    throw new Error("The console needs a hostname of its own: its cookie must not reach the public site.");
  if (settings.alarmsTo.length === 0) throw new Error(`The stage "${$app.stage}" needs ALARMS_TO: an alarm that nobody hears is none.`);
}

function told(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`The stage "${$app.stage}" needs ${name}.`);
  return value;
}

function hostnameIn(name: string): Hostname | undefined {
  const host = process.env[name];
  return host ? { name: host, certificate: process.env[`${name}_CERTIFICATE`] || undefined } : undefined;
}

function wordsIn(name: string): string[] {
  return (process.env[name] ?? "").split(/\s+/).filter((word) => word !== "");
}

function numberIn(name: string): number | undefined {
  const value = process.env[name];
  if (!value) return undefined;
  const number = Number(value);
  if (!Number.isInteger(number) || number <= 0) throw new Error(`${name} must be a whole number above 0.`);
  return number;
}
