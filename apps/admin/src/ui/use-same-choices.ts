import type { SelectProps } from "@mantine/core";
import { useRef } from "react";

type Choices = NonNullable<SelectProps["data"]>;

/**
 * The choices as they were before, as long as they say the same. Mantine's Select begins anew with every other list, also one of the
 * same words: it forgets which line the arrow keys have come to, so that Enter takes none, and wipes what is being typed to search.
 * Anything that draws a form again while somebody chooses, such as word that it is kept, would lose the choice.
 */
export function useSameChoices(choices: Choices): Choices {
  const kept = useRef(choices);
  if (kept.current !== choices && JSON.stringify(kept.current) !== JSON.stringify(choices)) kept.current = choices;
  return kept.current;
}
