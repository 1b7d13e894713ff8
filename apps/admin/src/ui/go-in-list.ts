/**
 * Going about a list by keys. What a row is gone to by carries `data-row`: its link, or the row itself where it can take the
 * focus. Lists that draw only what is in view have the next row drawn, since they draw some beyond it.
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

/** From the row that holds the focus to the one after or before it; from elsewhere, to the first that is in view. */
function go(by: 1 | -1): void {
  const rows = rowsHere();
  const at = rows.findIndex((row) => row.contains(document.activeElement) || row.closest("tr, li")?.contains(document.activeElement) === true);
  const firstInView = rows.find((row) => row.getBoundingClientRect().top >= 0) ?? rows[0];
  const next = at === -1 ? firstInView : rows[at + by];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

export const goDownTheList = (): void => go(1);
export const goUpTheList = (): void => go(-1);
