/**
 * What the load model stands on. Change a figure here, run `pnpm bench load-model`, and read what follows from it. Each says
 * where it is from: `measured` here, `documented` by whoever runs the service, `cited` from somebody who read a price list,
 * or `assumed`, which nobody has shown. Prices and quotas change: look at Amazon's own pages before you sign anything.
 */
export interface Figure {
  value: number;
  unit: string;
  from: "measured" | "documented" | "cited" | "assumed";
  source: string;
}

const measured = (value: number, unit: string, source: string): Figure => ({ value, unit, from: "measured", source });
const documented = (value: number, unit: string, source: string): Figure => ({ value, unit, from: "documented", source });
const cited = (value: number, unit: string, source: string): Figure => ({ value, unit, from: "cited", source });
const assumed = (value: number, unit: string, source: string): Figure => ({ value, unit, from: "assumed", source });

const readOn = "read on 2026-11-26";
const aws = (page: string) => `docs.aws.amazon.com/${page}, ${readOn}`;
const capacity = "`pnpm bench capacity`";
const functions = "`pnpm bench functions`, warm, times two for a slower processor and a network between";

/** A district of New York City's size, in a year. Nobody has counted these: they are set high rather than low. */
export const district = {
  signUpsPerYear: assumed(60_000, "sign-ups", "some 2,500 events with 24 people each"),
  pagesPerSignUp: assumed(12, "pages", "looking around, the form, the answer, the manage page, and those who only look"),
  mailsPerSignUp: assumed(1.6, "mails", "confirmed or waiting, and later a change, a promotion or a cancellation"),
  consoleRequestsPerYear: assumed(2_000_000, "requests", "50 people, 200 days, 200 requests a day; what a list in sight asks each second is told by itself"),
  busiestHourShare: assumed(0.01, "of a year", "a twentieth of the year on the busiest day, a fifth of that in one hour"),
  kilobytesPerPage: assumed(8, "kB", "page and headers, compressed"),
} as const satisfies Record<string, Figure>;

export const units = {
  pageRead: measured(6, "read units a page of an event of six sessions: one for the seats of each", capacity),
  listRead: measured(0.5, "read units a list of events, on the one partition of its index", capacity),
  seatsRead: measured(1, "read units a page, on the partition of a session's seats", capacity),
  signUpWritten: measured(6, "write units a sign-up, alone", capacity),
  followUpWritten: measured(4, "write units for audit record and mail", capacity),
  mailWritten: measured(4, "write units a mail sent", capacity),
  mailRead: measured(3, "read units a mail sent", capacity),
  consoleRead: assumed(8, "read units a request of the console", "a session, a user's grants and a page of rows"),
  pageMilliseconds: measured(10, "ms a page", functions),
  signUpMilliseconds: measured(25, "ms a sign-up", functions),
  followUpMilliseconds: measured(11, "ms a change followed up", functions),
  mailMilliseconds: assumed(150, "ms a mail", "most of it waiting for the mail service"),
  rushedSignUpMilliseconds: assumed(600, "ms a sign-up in a rush", "most of it waiting for whoever settles; 2 s at the most, then it is answered 202"),
  rushedSessionPartition: assumed(3, "write units a sign-up on the partition of its session", "taken in, settled in a transaction, queue index"),
  functionGigabytes: documented(1, "GB", "infra/defaults.ts"),
} as const satisfies Record<string, Figure>;

/** us-east-1, dollars, without free tiers. */
export const prices = {
  millionWriteUnits: cited(0.625, "$ a million", `airbyte.com/data-engineering-resources/dynamodb-pricing, ${readOn}`),
  millionReadUnits: cited(0.125, "$ a million", `airbyte.com/data-engineering-resources/dynamodb-pricing, ${readOn}`),
  millionInvocations: cited(0.2, "$ a million", `cloudchipr.com/blog/aws-lambda-pricing, ${readOn}`),
  millionGigabyteSecondsArm: cited(13.3334, "$ a million GB-s", `cloudchipr.com/blog/aws-lambda-pricing, ${readOn}`),
  firewall: cited(2 * (5 + 4), "$ a month", `5 a list and 1 a rule, two lists of four: c3x.dev/blog/aws-waf-cost-explained, ${readOn}`),
  millionFirewallRequests: cited(0.6, "$ a million", `c3x.dev/blog/aws-waf-cost-explained, ${readOn}`),
  gigabyteOut: cited(0.085, "$ a GB", `aws.amazon.com/cloudfront/pricing, ${readOn}`),
  thousandMails: cited(0.1, "$ a thousand", `acellemail.com/kb/articles/ses-sending-limits-cookbook, ${readOn}`),
  millionEdgeRequests: cited(1, "$ a million", `0.0100 for ten thousand HTTPS requests: kindatechnical.com, lesson 87, CloudFront pricing, ${readOn}`),
  millionViewerFunctionRuns: cited(0.1, "$ a million", `CloudFront Functions, which says who asks: cur.vantage.sh/aws/amazoncloudfront, ${readOn}`),
  millionRouteReads: assumed(0.03, "$ a million", "the key-value store in which that function finds the way, once a request; from memory"),
  millionEdgeFunctionRuns: cited(0.6, "$ a million", `Lambda@Edge, which signs what is sent: awsnegotiations.com/cloudfront-functions-pricing.html, ${readOn}`),
  millionQueueRequests: cited(0.4, "$ a million", `four for each mail: cloudburn.io/blog/amazon-sqs-pricing, ${readOn}`),
  gigabyteLogged: cited(
    0.5,
    "$ a GB",
    `a kilobyte for each invocation: factualminds.com/blog/amazon-cloudwatch-pricing-metrics-logs-alarms-dashboards, ${readOn}`,
  ),
  alarm: assumed(0.1, "$ a month", "of standard resolution; from memory"),
  loggedMetric: cited(0.3, "$ a month", `signoz.io/guides/cloudwatch-pricing, ${readOn}`),
  dashboard: cited(3, "$ a month", `factualminds.com/blog/amazon-cloudwatch-pricing-metrics-logs-alarms-dashboards, ${readOn}`),
  zones: cited(2 * 0.5, "$ a month", `0.50 a hosted zone, one for each hostname: ns1.com/resources/aws-dns, ${readOn}`),
} as const satisfies Record<string, Figure>;

/** What stands on every permanent stage. apps/api/test/load-model.test.ts counts it in the list that infra/ is held to. */
export const standing = { alarms: 40, loggedMetrics: 7, polledQueues: 2 } as const;

/** Lambda asks a queue that is empty with five at once, each for twenty seconds. */
export const pollsAMonth = assumed(5 * 3 * 60 * 24 * 30, "requests for each queue that is read", "five pollers that wait twenty seconds each; from memory");

export const quotas = {
  partitionWrites: documented(1000, "write units a second on one partition", aws("amazondynamodb/latest/developerguide/warm-throughput-scenarios.html")),
  partitionReads: documented(3000, "read units a second on one partition", aws("amazondynamodb/latest/developerguide/warm-throughput-scenarios.html")),
  newTableWrites: documented(
    4000,
    "write units a second, a new table or index",
    aws("amazondynamodb/latest/developerguide/pre-warming-on-demand-capacity-mode.html"),
  ),
  newTableReads: documented(
    12_000,
    "read units a second, a new table or index",
    aws("amazondynamodb/latest/developerguide/pre-warming-on-demand-capacity-mode.html"),
  ),
  tableWrites: cited(40_000, "units a second, the quota of a table", `repost.aws/knowledge-center/on-demand-table-throttling-dynamodb, ${readOn}`),
  concurrency: documented(1000, "executions at once in an account and region; a new account has fewer", aws("lambda/latest/dg/limits.html")),
  concurrencyOfNewAccount: assumed(10, "executions at once in a new account", "what new accounts were seen to have; Amazon says only that it is less"),
  scaling: documented(1000, "more executions of a function in ten seconds", aws("lambda/latest/dg/scaling-behavior.html")),
  mailsPerSecond: cited(
    14,
    "mails a second out of the sandbox",
    "bluefox.email and others; Amazon says that it varies (docs.aws.amazon.com/ses/latest/dg/quotas.html)",
  ),
  mailsPerDay: cited(
    50_000,
    "mails in 24 hours out of the sandbox",
    "bluefox.email and others; Amazon says that it varies (docs.aws.amazon.com/ses/latest/dg/quotas.html)",
  ),
  mailsPerSecondInSandbox: documented(1, "mails a second in the sandbox, to verified addresses", aws("console/ses/sandbox")),
  mailerPerSecond: assumed(
    Math.round((2 * 1000) / units.mailMilliseconds.value),
    "mails a second at most",
    "two mailers (infra/jobs.ts, maximumConcurrency), each one mail after the other; a quicker mail service refuses some, which are tried again",
  ),
  firewallPerAddress: documented(12_000, "requests of one address in five minutes", "infra/edge.ts"),
  firewallChangesPerAddress: documented(2_000, "posts of one address in five minutes", "infra/edge.ts"),
  signUpsPerAddress: documented(400, "sign-ups of one address in one minute", "apps/api/src/rate/allow.ts"),
} as const satisfies Record<string, Figure>;

export interface Announced {
  people: number;
  withinSeconds: number;
  pagesEach: number;
  /** Of all, how many want the one session that everybody wants. */
  shareAtFavourite: number;
  /** A large school, whose people all come from one address of the internet. */
  behindOneAddress: number;
}

/** An opening that was announced: everybody comes as it opens. */
export const opening: Announced = { people: 20_000, withinSeconds: 120, pagesEach: 4, shareAtFavourite: 0.1, behindOneAddress: 500 };

/** The same people in half a minute, and all at one session: what is not to be announced. */
export const worstOpening: Announced = { ...opening, withinSeconds: 30, shareAtFavourite: 1 };
