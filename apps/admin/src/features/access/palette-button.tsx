import { ActionIcon, Kbd, UnstyledButton } from "@mantine/core";
import { IconSearch } from "../../ui/icons.ts";
import { isApple, paletteKeys } from "../../ui/keys.tsx";
import classes from "./palette-button.module.css";

/** Opens the palette: a field's look where there is room, and a picture where there is none. */
export function PaletteButton({ onOpen, onNear }: { onOpen: () => void; onNear: () => void }) {
  const says = {
    "aria-keyshortcuts": isApple() ? "Meta+K" : "Control+K",
    "aria-haspopup": "dialog",
    onClick: onOpen,
    onPointerEnter: onNear,
    onFocus: onNear,
  } as const;
  return (
    <>
      <UnstyledButton className={classes.wide} {...says}>
        <IconSearch size={17} stroke={1.7} />
        <span className={classes.words}>Search and actions</span>
        <Kbd className={classes.keys ?? ""} aria-hidden>
          {paletteKeys()}
        </Kbd>
      </UnstyledButton>
      <ActionIcon className={classes.narrow ?? ""} color="gray" aria-label="Search and actions" {...says}>
        <IconSearch size={19} stroke={1.7} />
      </ActionIcon>
    </>
  );
}
