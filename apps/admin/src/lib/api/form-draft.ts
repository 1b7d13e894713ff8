import { type FormDraftInput, type FormSubject, formDraftClient, type KeptFormDraft } from "@cte-partnerships/api/client";
import { answer, options, origin, within } from "./answer.ts";

export type { FormSubject, KeptFormDraft };

const formDrafts = formDraftClient(origin, options);

/** What a person left unsaved in a form: their own, on whatever machine, for thirty days. Saving the event lets go of it. */
export const formDraftApi = {
  get: (subject: FormSubject, signal?: AbortSignal) => answer<KeptFormDraft>(formDrafts[":subject"].$get({ param: { subject } }, within(signal))),
  /** While the page is being left it goes on its way all the same, where it is small enough for a browser to see to that. */
  keep: (subject: FormSubject, json: FormDraftInput, isLeaving = false) =>
    answer<KeptFormDraft>(formDrafts[":subject"].$put({ param: { subject }, json }, isLeaving ? { init: { keepalive: true } } : {})),
  drop: (subject: FormSubject) => answer<void>(formDrafts[":subject"].$delete({ param: { subject } })),
};
