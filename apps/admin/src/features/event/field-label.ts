import { eventLabels, sessionLabels } from "../../lib/event-labels.ts";

const questionLabels: Record<string, string> = {
  label: "wording",
  hint: "hint",
  options: "options",
  id: "id",
  kind: "answer",
  required: "must be answered",
  isRetired: "retired",
};

/** What a field of the form is called: `Session 2, end`. Nothing of the domain is loaded for it. */
export function fieldLabel(path: string): string {
  const [head, index, ...rest] = path.split(".");
  if (head === "details" && index !== undefined) return words(index);
  if ((head === "sessions" || head === "questions") && index !== undefined) {
    const which = `${head === "sessions" ? "Session" : "Question"} ${Number(index) + 1}`;
    if (rest[0] === "options" && rest[1] !== undefined) return `${which}, option ${Number(rest[1]) + 1}`;
    const name = (head === "sessions" ? sessionLabels : questionLabels)[rest[0] ?? ""];
    return name ? `${which}, ${name}` : which;
  }
  return eventLabels[path] ?? path;
}

/** `minutesPerRotation` → `Minutes per rotation` */
const words = (name: string): string => {
  const text = name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** The id of a field's input, where lists of faults lead to. */
export const fieldId = (path: string): string => `field-${path.replaceAll(".", "-")}`;
