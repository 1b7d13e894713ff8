import { type Agency, type Event, hostTitle, type IsoDate } from "@cte-partnerships/domain";

/** Who invites, as on a page and in a mail: a commission's name alone ("Healthcare") would be read as a subject. */
export function hostInWords(agency: Agency, { host }: Pick<Event, "host">, on: IsoDate): string | undefined {
  const title = hostTitle(agency, host, on);
  return title === undefined || host.kind !== "commission" || /\b(commission|council|board)$/i.test(title) ? title : `${title} commission`;
}
