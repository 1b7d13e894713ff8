import { Select, type SelectProps } from "@mantine/core";
import { useSameChoices } from "./use-same-choices.ts";

/** A select to type in. What is chosen is marked when one comes to it, so that typing begins a search instead of adding to it; Enter takes the first match. */
export function SearchSelect({ onFocus, data = [], ...props }: SelectProps) {
  return (
    <Select
      searchable
      selectFirstOptionOnChange
      nothingFoundMessage="Nothing matches"
      {...props}
      data={useSameChoices(data)}
      onFocus={(event) => {
        onFocus?.(event);
        event.currentTarget.select();
      }}
    />
  );
}
