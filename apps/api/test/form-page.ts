/** Reads our own pages as a browser without JavaScript would: enough of HTML for the forms that we write ourselves. */

export interface PageForm {
  action: string;
  fields: URLSearchParams;
  buttons: { name?: string; value?: string; text: string; formaction?: string }[];
}

const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");

const attribute = (tag: string, name: string): string | undefined => {
  const match = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag);
  return match ? unescaped(match[1] ?? "") : undefined;
};

/** Every form that posts, with its fields as they are filled in. */
export function formsIn(html: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, head = ""]) => attribute(`<form${head}>`, "method") === "post")
    .map(([, head = "", inside = ""]) => {
      const fields = new URLSearchParams();
      for (const [tag] of inside.matchAll(/<input\b[^>]*>/g)) {
        const type = attribute(tag, "type") ?? "text";
        const isOff = (type === "radio" || type === "checkbox") && attribute(tag, "checked") === undefined;
        if (!isOff) fields.append(attribute(tag, "name") ?? "", attribute(tag, "value") ?? "");
      }
      for (const [, tag = "", text = ""] of inside.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g))
        fields.append(attribute(`<t${tag}>`, "name") ?? "", unescaped(text).trim());
      const buttons = [...inside.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/g)].map(([, tag = "", text = ""]) => {
        const of = (name: string) => attribute(`<b${tag}>`, name);
        const [name, value, formaction] = [of("name"), of("value"), of("formaction")];
        return {
          text: textOf(text),
          ...(name === undefined ? {} : { name }),
          ...(value === undefined ? {} : { value }),
          ...(formaction === undefined ? {} : { formaction }),
        };
      });
      return { action: attribute(`<form${head}>`, "action") ?? "", fields, buttons };
    });
}

/** What somebody reads: without tags, with single spaces. */
export const textOf = (html: string): string =>
  unescaped(html.replace(/<(style|script)\b[\s\S]*?<\/\1>/g, " ").replace(/<[^>]*>/g, " "))
    .replace(/\s+/g, " ")
    .trim();

export const headingOf = (html: string): string => textOf(/<h1\b[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? "");
export const titleOf = (html: string): string => textOf(/<title>([\s\S]*?)<\/title>/.exec(html)?.[1] ?? "");
