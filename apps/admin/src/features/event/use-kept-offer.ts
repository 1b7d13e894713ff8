import { useState } from "react";
import { type FormSubject, formDraftApi, type KeptFormDraft } from "../../lib/api/form-draft.ts";
import { messageOf } from "../../lib/messages.ts";
import { offerUndo } from "../../lib/undo.ts";
import { notice } from "../../ui/notice.ts";
import type { EventFormValues } from "./event-form-values.ts";
import { formFromKept } from "./kept-form.ts";

/**
 * What somebody had typed in this form and not saved, until they have said what to do with it.
 *
 * @param clean the form as it is with nothing typed
 */
export function useKeptOffer(subject: FormSubject, { draft }: KeptFormDraft, clean: EventFormValues) {
  const [isOpen, setOpen] = useState(true);
  const [urged, setUrged] = useState(0);
  const isOffered = draft !== undefined && isOpen;
  const bringBack = async ({ begunFrom, values }: NonNullable<KeptFormDraft["draft"]>) => {
    try {
      await formDraftApi.keep(subject, { begunFrom, values });
      setOpen(true);
    } catch (error) {
      notice.failed("This could not be brought back", messageOf(error));
    }
  };
  return {
    kept: isOffered
      ? {
          keptAt: draft.keptAt,
          begunFrom: draft.begunFrom,
          form: formFromKept(draft.values.form, clean),
          base: formFromKept(draft.values.base, clean),
        }
      : undefined,
    urged,
    /** Whether something waits for an answer, which is then asked for: a save would let go of it. */
    mustAnswer: (): boolean => {
      if (isOffered) setUrged(urged + 1);
      return isOffered;
    },
    close: () => setOpen(false),
    drop: async () => {
      if (!draft) return;
      try {
        await formDraftApi.drop(subject);
        setOpen(false);
        offerUndo("What you had typed is dropped.", () => void bringBack(draft));
      } catch (error) {
        notice.failed("This was not dropped", messageOf(error));
      }
    },
  };
}
