import type { Deps } from "../deps.ts";

/** What a page of events needs to be drawn. */
export type Look = Pick<Deps, "agency" | "config" | "now">;
