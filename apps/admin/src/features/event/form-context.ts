import type { PublishFault } from "@cte-partnerships/domain";
import { createFormContext } from "@mantine/form";
import { createContext, useContext } from "react";
import type { EventDetail } from "../../lib/api/event.ts";
import type { EventFormValues } from "./event-form-values.ts";
import { fieldId } from "./field-label.ts";

/** The event form, for the parts that it is made of. */
export const [EventFormProvider, useEventForm, useMadeEventForm] = createFormContext<EventFormValues>();

export interface FormSurroundings {
  /** The event as it was loaded; absent while a new one is made. */
  detail: EventDetail | undefined;
  /** What would block publishing what stands in the form now. */
  publishFaults: readonly PublishFault[];
  /** How long one such activity mostly is, where somebody states it. */
  usualLengthMinutes?: number | undefined;
}

export const Surroundings = createContext<FormSurroundings>({ detail: undefined, publishFaults: [] });
export const useSurroundings = (): FormSurroundings => useContext(Surroundings);

/** Leads to a field. Of a choice between a few, to the one that is taken, or to the first. */
export function focusField(path: string): void {
  focusId(fieldId(path));
}

function focusId(id: string): void {
  const found = document.getElementById(id);
  if (!found) return;
  found.focus();
  if (document.activeElement === found) return;
  const inside =
    found.querySelector<HTMLElement>("input:checked, [role=radio][aria-checked=true]") ?? found.querySelector<HTMLElement>("input, button, textarea");
  inside?.focus();
}

/** Moves the focus once what was added or moved is there. */
export const focusSoon = (id: string): void => void requestAnimationFrame(() => focusId(id));
