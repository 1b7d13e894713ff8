import { fieldId } from "./field-label.ts";
import { useEventForm } from "./form-context.ts";

/** What an input needs to be a field of the form: value, key, fault, and an id for the summary to lead to. */
export function useField() {
  const form = useEventForm();
  return (path: string, type?: "checkbox") => ({
    ...form.getInputProps(path, type ? { type } : {}),
    key: form.key(path),
    id: fieldId(path),
  });
}

/** `key` cannot be spread into JSX with the rest: React takes it apart. */
type Field = ReturnType<ReturnType<typeof useField>>;
export const spread = ({ key: _key, ...props }: Field) => props;
