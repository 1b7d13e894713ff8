import { table } from "../figures.ts";
import { type Announced, district, type Figure, opening, pollsAMonth, prices, quotas, units, worstOpening } from "./assumptions.ts";
import { costOf, monthOf, openingOf, standingCost } from "./model.ts";

const whole = (figure: number) => Math.round(figure).toLocaleString("en-US");
const dollars = (figure: number, digits = 2) => `$${figure.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits })}`;
const nothing = { signUps: 0, pages: 0, mails: 0, consoleRequests: 0 };

/** What single things cost, beyond what stands there anyhow. */
export function costTable(): string {
  const perMillion = (work: Partial<typeof nothing>) => dollars(costOf({ ...nothing, ...work }) * 1_000_000);
  return table(
    ["what", "cost"],
    [
      ["a million pages", perMillion({ pages: 1 })],
      ["a million sign-ups with what follows, a mail each", perMillion({ signUps: 1, mails: 1 })],
      [
        "a rush of 10,000 people: four pages, a sign-up and a mail each",
        dollars(costOf({ signUps: 10_000, pages: 40_000, mails: 10_000, consoleRequests: 0 })),
      ],
      // A question a second: what changed?
      ["eight hours with a list or a roster in sight", dollars(costOf({ ...nothing, consoleRequests: 8 * 3600 }))],
      [
        "a month of fifty people who keep one in sight for two hours a day, 200 days a year",
        dollars(costOf({ ...nothing, consoleRequests: (50 * 2 * 3600 * 200) / 12 })),
      ],
      ["a month in which nobody comes", dollars(standingCost())],
    ],
  );
}

export function districtTable(): string {
  const rows = [1, 10, 100]
    .map(monthOf)
    .map((month) => [
      whole(month.districts),
      whole(month.requests),
      `${dollars(month.dollars, 0)} + ${dollars(month.standingDollars, 0)}`,
      month.requestsPerSecond.toFixed(1),
      month.writtenPerSecond.toFixed(0),
      month.atOnce.toFixed(1),
      month.mailsPerSecond.toFixed(2),
    ]);
  return table(
    [
      "districts",
      "requests a month",
      "a month: use + standing",
      "busiest hour: requests a second",
      "write units a second, all tables",
      "functions at once",
      "mails a second",
    ],
    rows,
  );
}

/** What binds, in the order in which it does: what is wanted, what there is, and what to do. */
export function openingTable(announced: Announced): string {
  const wants = openingOf(announced);
  const row = (what: string, wanted: number, there: number, ifNot: string) => [what, whole(wanted), whole(there), wanted <= there ? "enough" : ifNot];
  return table(
    ["what", "wanted", "there", "so"],
    [
      row("functions at once, a new account", wants.atOnce, quotas.concurrencyOfNewAccount.value, "ask for the quota of 1,000 first"),
      row("functions at once", wants.atOnce, quotas.concurrency.value, "ask for a higher quota"),
      row("functions started in ten seconds", wants.atOnce, quotas.scaling.value, "provisioned concurrency before it opens"),
      row("write units a second, a new table", wants.writtenPerSecond, quotas.newTableWrites.value, "warm the table to it, the day before"),
      row(
        "write units a second at the favourite session",
        wants.favouritePartition,
        quotas.partitionWrites.value,
        "more sessions, or its sign-ups at another minute: the rest are answered 503 and try again",
      ),
      row(
        "read units a second at the seats of one session",
        wants.seatsPartition,
        quotas.partitionReads.value,
        "some pages are answered 503 and asked for again",
      ),
      row("read units a second where events are listed", wants.eventListPartition, quotas.partitionReads.value, "announce the event's own page, not the list"),
      row(
        "write units a second where queued mails are listed",
        wants.mailListPartition,
        quotas.partitionWrites.value,
        "mails and audit records come later; nobody is lost",
      ),
      row("read units a second for pages", wants.requestsPerSecond * units.pageRead.value, quotas.newTableReads.value, "warm the table to it, the day before"),
      row("requests of one school's address in five minutes", wants.ofOneAddress.requests, quotas.firewallPerAddress.value, "raise the firewall's limit"),
      row("sign-ups of one school's address in five minutes", wants.ofOneAddress.signUps, quotas.firewallChangesPerAddress.value, "raise the firewall's limit"),
      row(
        "sign-ups of one school's address in one minute",
        wants.ofOneAddress.signUpsInOneMinute,
        quotas.signUpsPerAddress.value,
        "the rest are told to try again in the next minute",
      ),
      row("mails a day", announced.people, quotas.mailsPerDay.value, "ask for a higher sending quota"),
      row("minutes until the last mail", wants.minutesUntilLastMail, 10, "ask for a higher sending rate, and raise the mailer's bound with it"),
    ],
  );
}

export function assumptionTable(): string {
  const of = (group: string, figures: Readonly<Record<string, Figure>>) =>
    Object.entries(figures).map(([name, { value, unit, from, source }]) => [`${group}.${name}`, String(value), unit, from, source]);
  return table(
    ["name", "figure", "unit", "from", "source"],
    [...of("district", district), ...of("units", units), ...of("standing", { pollsAMonth }), ...of("prices", prices), ...of("quotas", quotas)],
  );
}

function announced(title: string, one: Announced): string[] {
  const wants = openingOf(one);
  const who = `${whole(one.people)} people within ${one.withinSeconds} s, ${one.pagesEach} pages each, ${whole(one.shareAtFavourite * 100)} % of them at one session`;
  return [
    `${title}: ${who}. That is ${whole(wants.signUpsPerSecond)} sign-ups and ${whole(wants.requestsPerSecond)} requests a second, and ${dollars(wants.dollars)}.`,
    openingTable(one),
  ];
}

export function loadModel(): string {
  return [
    "What single things cost:",
    costTable(),
    "Districts of New York City's size, a deployment each:",
    districtTable(),
    ...announced("An announced opening", opening),
    ...announced("The worst that could be announced", worstOpening),
    "What this stands on:",
    assumptionTable(),
  ].join("\n\n");
}
