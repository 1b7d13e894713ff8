import { type Field, type Path, pathText } from "../../lib/schema-field.ts";
import { valueAt } from "./draft.ts";
import { useFactsForm } from "./form-context.ts";

export interface FactProps {
  path: Path;
  title: string;
  field: Field;
}

/** What a field is called; in the language of the sentences, where that is another. */
export function FactName({ path, title }: Pick<FactProps, "path" | "title">) {
  const { language, nameIn } = useFactsForm();
  const other = nameIn(path);
  return other === undefined ? title : <span lang={language}>{other}</span>;
}

/** What stands in a fact's field, what is wrong with it, and how it is changed. */
export function useFact(path: Path) {
  const { draft, faults, change } = useFactsForm();
  const value = valueAt(draft, path);
  return { value, fault: faults.get(pathText(path)), set: (next: unknown) => change(path, next) };
}

/** What is wrong, with what stands there where the field itself cannot show it. */
export const toldFault = (fault: string | undefined, value: unknown): string | undefined => fault && `${fault}, and not ${JSON.stringify(value)}`;
