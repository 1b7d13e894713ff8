/**
 * What two spellings of one name share: capitals, white space, the shape of an apostrophe and the form of an accented letter are no
 * part of it. For comparing, and never to be shown.
 *
 * @example
 * nameKey(" Virtual  Enterprise Int\u2019l") // "virtual enterprise int'l"
 */
export const nameKey = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
