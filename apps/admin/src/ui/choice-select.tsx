import { Select, type SelectProps } from "@mantine/core";
import { useSameChoices } from "./use-same-choices.ts";

/** A select of a few choices. A choice that somebody is about to make outlives that the form around it is drawn anew. */
export function ChoiceSelect({ data = [], ...props }: SelectProps) {
  return <Select {...props} data={useSameChoices(data)} />;
}
