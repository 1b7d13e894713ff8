import { type Announced, district, opening, pollsAMonth, prices, quotas, standing, units } from "./assumptions.ts";

const hoursPerMonth = 12;
const million = 1_000_000;

export interface Work {
  signUps: number;
  pages: number;
  mails: number;
  consoleRequests: number;
}

const gigabyteSeconds = (milliseconds: number) => (milliseconds / 1000) * units.functionGigabytes.value;

/** What some work costs beyond what stands there anyhow, in dollars. */
export function costOf({ signUps, pages, mails, consoleRequests }: Work): number {
  const written = signUps * (units.signUpWritten.value + units.followUpWritten.value) + mails * units.mailWritten.value;
  const read = pages * units.pageRead.value + mails * units.mailRead.value + consoleRequests * units.consoleRead.value;
  const requests = pages + signUps + consoleRequests;
  // A sign-up's change and its mail's each come by the stream; a mail once more when it is sent.
  const invocations = requests + 2 * signUps + 2 * mails;
  const computed =
    gigabyteSeconds((pages + consoleRequests) * units.pageMilliseconds.value) +
    gigabyteSeconds(signUps * (units.signUpMilliseconds.value + 2 * units.followUpMilliseconds.value)) +
    gigabyteSeconds(mails * units.mailMilliseconds.value);
  const gigabytesOut = (requests * district.kilobytesPerPage.value) / million;
  return (
    (written * prices.millionWriteUnits.value +
      read * prices.millionReadUnits.value +
      invocations * prices.millionInvocations.value +
      computed * prices.millionGigabyteSecondsArm.value +
      requests *
        (prices.millionFirewallRequests.value +
          prices.millionEdgeRequests.value +
          prices.millionViewerFunctionRuns.value +
          prices.millionRouteReads.value +
          prices.millionEdgeFunctionRuns.value) +
      mails * 4 * prices.millionQueueRequests.value) /
      million +
    gigabytesOut * prices.gigabyteOut.value +
    (mails / 1000) * prices.thousandMails.value +
    (invocations / million) * prices.gigabyteLogged.value
  );
}

/** What a stage costs in a month in which nobody comes: firewall, alarms, zones, queues that are asked, and the sweep of each minute. */
export function standingCost(): number {
  const sweeps = 60 * 24 * 30;
  const swept = (sweeps * prices.millionInvocations.value + gigabyteSeconds(sweeps * 100) * prices.millionGigabyteSecondsArm.value) / million;
  const polled = (standing.polledQueues * pollsAMonth.value * prices.millionQueueRequests.value) / million;
  const watched = standing.alarms * prices.alarm.value + standing.loggedMetrics * prices.loggedMetric.value + prices.dashboard.value;
  return prices.firewall.value + watched + prices.zones.value + polled + swept;
}

export const yearOf = (districts: number): Work => {
  const signUps = districts * district.signUpsPerYear.value;
  return {
    signUps,
    pages: signUps * district.pagesPerSignUp.value,
    mails: signUps * district.mailsPerSignUp.value,
    consoleRequests: districts * district.consoleRequestsPerYear.value,
  };
};

const over = (work: Work, parts: number): Work => ({
  signUps: work.signUps / parts,
  pages: work.pages / parts,
  mails: work.mails / parts,
  consoleRequests: work.consoleRequests / parts,
});

export interface Month {
  districts: number;
  requests: number;
  dollars: number;
  standingDollars: number;
  /** Of the busiest hour. */
  requestsPerSecond: number;
  writtenPerSecond: number;
  atOnce: number;
  mailsPerSecond: number;
}

/** A month, and the busiest hour of the year, of so many districts: a deployment each. */
export function monthOf(districts: number): Month {
  const year = yearOf(districts);
  const month = over(year, hoursPerMonth);
  const busiest = over(year, 3600 / district.busiestHourShare.value);
  const requestsPerSecond = busiest.pages + busiest.signUps + busiest.consoleRequests;
  return {
    districts,
    requests: month.pages + month.signUps + month.consoleRequests,
    dollars: costOf(month),
    standingDollars: districts * standingCost(),
    requestsPerSecond,
    writtenPerSecond: writtenBy(busiest.signUps, busiest.mails),
    // As many as arrive while one is at work.
    atOnce:
      ((busiest.pages + busiest.consoleRequests) * units.pageMilliseconds.value +
        busiest.signUps * (units.signUpMilliseconds.value + 2 * units.followUpMilliseconds.value) +
        busiest.mails * units.mailMilliseconds.value) /
      1000,
    mailsPerSecond: busiest.mails,
  };
}

const writtenBy = (signUps: number, mails: number): number =>
  signUps * (units.signUpWritten.value + units.followUpWritten.value) + mails * units.mailWritten.value;

export interface Opening {
  signUpsPerSecond: number;
  requestsPerSecond: number;
  atOnce: number;
  /** At the table, without what follows, and with it. */
  writtenPerSecond: number;
  /** On the partition of the session that everybody wants. */
  favouritePartition: number;
  /** On the partition of the favourite session's seats, which every page of its event reads. */
  seatsPartition: number;
  /** On the partition of the index where all events are listed: each looks at it once. */
  eventListPartition: number;
  /** On the partition of the index where queued mails stand: put there when made, taken off when sent. */
  mailListPartition: number;
  minutesUntilLastMail: number;
  /** Of a large school behind one address: requests and sign-ups in five minutes, and sign-ups in the fullest minute. */
  ofOneAddress: { requests: number; signUps: number; signUpsInOneMinute: number };
  dollars: number;
}

/** Everybody comes evenly within the time, pages and sign-ups alike. */
export function openingOf({ people, withinSeconds, pagesEach, shareAtFavourite, behindOneAddress }: Announced = opening): Opening {
  const signUpsPerSecond = people / withinSeconds;
  const pagesPerSecond = signUpsPerSecond * pagesEach;
  const mailed = Math.min(quotas.mailsPerSecond.value, quotas.mailerPerSecond.value);
  return {
    signUpsPerSecond,
    requestsPerSecond: signUpsPerSecond + pagesPerSecond,
    atOnce: (pagesPerSecond * units.pageMilliseconds.value + signUpsPerSecond * units.rushedSignUpMilliseconds.value) / 1000,
    writtenPerSecond: writtenBy(signUpsPerSecond, mailed),
    favouritePartition: signUpsPerSecond * shareAtFavourite * units.rushedSessionPartition.value,
    seatsPartition: pagesPerSecond * units.seatsRead.value,
    eventListPartition: signUpsPerSecond * units.listRead.value,
    mailListPartition: signUpsPerSecond + 2 * mailed,
    minutesUntilLastMail: people / mailed / 60,
    ofOneAddress: {
      requests: behindOneAddress * (pagesEach + 1),
      signUps: behindOneAddress,
      signUpsInOneMinute: behindOneAddress * Math.min(1, 60 / withinSeconds),
    },
    dollars: costOf({ signUps: people, pages: people * pagesEach, mails: people, consoleRequests: 0 }),
  };
}
