import type { Page } from "playwright-core";

/** A long list of the console, ready to be measured. */
export interface Prepared {
  /** Where it is. */
  url: string;
  /** What scrolls; undefined: the page itself. */
  scroller: string | undefined;
  /** Every row that shows a record, as a selector. */
  row: string;
  /** Said once everything is there; absent: the number of records. */
  ready?: RegExp;
  /** The label of the field that narrows it, and what is typed there: each word leaves other rows. */
  search: { label: string; words: readonly string[] };
  /** Changes something from outside; returns a text that shows once the change is there. Absent: the list does not follow by itself. */
  change?: () => Promise<string>;
}

export interface Screen {
  name: string;
  /** Fills the folder of a system that was started once and does not run: for so many records that the API would take minutes. */
  fill?(folder: string): Promise<void>;
  /** Puts the records in, signed in as the director. */
  prepare(page: Page, origin: string): Promise<Prepared>;
}
