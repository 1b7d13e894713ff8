import type { Language } from "@cte-partnerships/domain/rule";
import { createContext, useContext } from "react";
import { type Path, pathText } from "../../lib/schema-field.ts";
import type { Draft } from "./draft.ts";

/** What every field of a form of facts needs to know. */
export interface FactsForm {
  draft: Draft;
  /** What is wrong, by path. */
  faults: ReadonlyMap<string, string>;
  language: Language;
  /** What a fact is called in the language of the sentences, where that is not the form's own. */
  nameIn: (path: Path) => string | undefined;
  change: (path: Path, value: Draft) => void;
  remove: (path: Path) => void;
  /** Tells the fields of one form from those of another on the same page. */
  prefix: string;
}

const Context = createContext<FactsForm | undefined>(undefined);
export const FactsFormProvider = Context.Provider;

export function useFactsForm(): FactsForm {
  const form = useContext(Context);
  if (!form) throw new Error("a field of facts stands outside a form of facts");
  return form;
}

export const fieldId = (prefix: string, path: Path): string => `${prefix}-${pathText(path)}`;

/** Leads to a fact's field once it is there, or to the nearest one around it. */
export function focusFact(prefix: string, path: Path): void {
  requestAnimationFrame(() => {
    for (let length = path.length; length > 0; length--) {
      const found = document.getElementById(fieldId(prefix, path.slice(0, length)));
      const control = found?.querySelector<HTMLElement>("input:not([type=hidden]), textarea, button");
      if (!control) continue;
      control.focus();
      // The fieldset's name matters as much as its first control: bring it into view with it.
      found?.scrollIntoView({ block: "nearest" });
      return;
    }
  });
}
