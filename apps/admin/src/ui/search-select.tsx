import { Select, type SelectProps } from "@mantine/core";

/** A select to type in. What is chosen is marked when one comes to it, so that typing begins a search instead of adding to it; Enter takes the first match. */
export function SearchSelect({ onFocus, ...props }: SelectProps) {
  return (
    <Select
      searchable
      selectFirstOptionOnChange
      nothingFoundMessage="Nothing matches"
      {...props}
      onFocus={(event) => {
        onFocus?.(event);
        event.currentTarget.select();
      }}
    />
  );
}
