import type { Page } from "playwright-core";

/** A screen of the console in one of its states. */
export interface Screen {
  name: string;
  /** EVENT, FULL, TO_DECIDE and TO_CHANGE stand for an event, its full session, a session with sign-ups to decide on, and its event. */
  path: string;
  /** Leads to the state that is looked at. */
  reach?: (page: Page) => Promise<unknown>;
  /** Said somewhere on the screen once it is there. */
  says: RegExp;
  /** In a window of its own: what it does there would be felt by the others. */
  isApart?: true;
}

export const dialog = (page: Page) => page.getByRole("dialog").waitFor();
