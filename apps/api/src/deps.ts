import type { Agency, Instant } from "@cte-partnerships/domain";
import type { Ids } from "./ids.ts";
import type { Secrets } from "./secrets.ts";
import type { Table } from "./table/client.ts";

/** A line of the log: a stable message and facts. Never a name, an address, a link or a body. */
export interface Log {
  info(message: string, facts?: Record<string, string | number | boolean>): void;
  error(message: string, facts?: Record<string, string | number | boolean>): void;
}

export interface Config {
  /** Where the public pages are, such as `https://events.example.org`: links in mails begin with it. */
  publicOrigin: string;
  /** Where the console is. */
  consoleOrigin: string;
  /** The address that mails come from, such as `partnerships@example.org`; the office's title stands before it. */
  mailFrom: string;
  isRateLimited: boolean;
  /**
   * The header in which the edge says who asks, such as `CloudFront-Viewer-Address`. Only a deployment whose edge sets it
   * on every request may name it; absent: the address of the socket.
   */
  clientAddressHeader?: string;
  /** Origins of sites that may show the form in a frame, such as a school's. */
  embedOrigins?: readonly string[];
  /**
   * Who becomes the first director by signing in, where there never was one: an address that the provider vouches for, or
   * `sub:` and the provider's own name of the person.
   */
  firstDirector?: string;
}

/** All that a use case may reach beyond its arguments. Nothing is ambient: no clock, no chance, no environment. */
export interface Deps {
  table: Table;
  agency: Agency;
  now: () => Instant;
  ids: Ids;
  secrets: Secrets;
  log: Log;
  config: Config;
}
