/**
 * What a text and whatever somebody types to find it share: capitals, accents, the shape of an apostrophe and white space are no
 * part of it. For looking a part up in it, and never to be shown.
 *
 * @example
 * searchKey("  \u00c9vening  at Int\u2019l High ") // "evening at int'l high"
 */
export const searchKey = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();

/**
 * The words that somebody types, each once, as `searchKey` writes them: a text is found where it has every one of them, in any order.
 *
 * @example
 * searchWords("Caf\u00e9 tour tour") // ["cafe", "tour"]
 */
export const searchWords = (typed: string): string[] => [...new Set(searchKey(typed).split(" "))].filter((word) => word !== "");
