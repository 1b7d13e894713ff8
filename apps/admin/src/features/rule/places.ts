import type { Language } from "@cte-partnerships/domain/rule";
import type { Field, Path } from "../../lib/schema-field.ts";
import { pathText } from "../../lib/schema-field.ts";
import { type Draft, valueAt } from "./draft.ts";

/** A fact that one may imagine otherwise, or a row that one may imagine away. */
export interface Place {
  key: string;
  path: string;
  label: string;
}

interface Naming {
  language: Language;
  /** What a fact is called in that language, where it is not the form's own. */
  nameIn: (path: Path) => string | undefined;
}

const gone: Record<Language, string> = { en: "were it not there", es: "si no estuviera" };

/** Every fact of a form as it stands, in its order; of lists their rows, and of each row that it were not there. */
export function placesIn(form: Field, draft: Draft, { language, nameIn }: Naming): Place[] {
  const from = (field: Field, path: Path, label: string): Place[] => {
    const under = (title: string) => (label === "" ? title : `${label}: ${title}`);
    if (field.kind === "group") {
      return field.parts.flatMap((part) => from(part.field, [...path, part.key], under(nameIn([...path, part.key]) ?? part.title)));
    }
    if (field.kind !== "list") return [{ key: pathText(path), path: pathText(path), label }];
    const value = valueAt(draft, path);
    const rows = Array.isArray(value) ? value : [];
    return [
      { key: pathText(path), path: pathText(path), label },
      ...rows.flatMap((_, index) => [
        { key: `without ${pathText([...path, index])}`, path: pathText([...path, index]), label: `${label} ${index + 1}, ${gone[language]}` },
        ...(field.item.kind === "group" ? from(field.item, [...path, index], `${label} ${index + 1}`) : []),
      ]),
    ];
  };
  return from(form, [], "");
}
