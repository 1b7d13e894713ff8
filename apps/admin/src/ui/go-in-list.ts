/**
 * Going about a list by keys. What a row is gone to by carries `data-row`: its link, or the button that opens it; no field of a
 * form does. Lists that draw only what is in view have the next row drawn, since they draw some beyond it.
 */
const isShown = (element: HTMLElement) => element.checkVisibility({ visibilityProperty: true });
const rowsHere = () => [...document.querySelectorAll<HTMLElement>("main [data-row]")].filter(isShown);
const searchHere = () => [...document.querySelectorAll<HTMLInputElement>("main input[type=search]")].find(isShown);

export const isListHere = (): boolean => rowsHere().length > 0;
export const isSearchHere = (): boolean => searchHere() !== undefined;

export function goToTheSearch(): void {
  const field = searchHere();
  field?.focus();
  field?.select();
}

/** Where a list begins to be seen: under the headings of its columns, which stay while the rows scroll. */
const topOf = (row: HTMLElement) => Math.max(0, row.closest("table")?.tHead?.rows[0]?.cells[0]?.getBoundingClientRect().bottom ?? 0);

/** From the row that holds the focus to the one after or before it; from elsewhere, to the first that is in view. */
function go(by: 1 | -1): void {
  const rows = rowsHere();
  const at = rows.findIndex((row) => row.contains(document.activeElement) || row.closest("tr, li")?.contains(document.activeElement) === true);
  const firstInView = rows.find((row) => row.getBoundingClientRect().top >= topOf(row)) ?? rows[0];
  const next = at === -1 ? firstInView : rows[at + by];
  next?.focus({ preventScroll: true });
  // The whole row, which says how much of it the headings would cover.
  (next?.closest("tr, li") ?? next)?.scrollIntoView({ block: "nearest" });
}

export const goDownTheList = (): void => go(1);
export const goUpTheList = (): void => go(-1);
