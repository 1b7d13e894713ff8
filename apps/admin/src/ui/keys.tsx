import { Kbd } from "@mantine/core";
import classes from "./keys.module.css";

/** Whether keys are held with Command, as on Apple's machines, or with Control. */
export const isApple = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);

/** The keys that open the palette, as this machine's keyboard has them. */
export const paletteKeys = (): string => (isApple() ? "⌘ K" : "Ctrl K");

/** Keys as they stand on a keyboard: `e`, or `g e` for one after the other. */
export function Keys({ keys }: { keys: string }) {
  const [first = "", second] = keys.split(" ");
  return (
    <span className={classes.keys}>
      <Key name={first} />
      {second !== undefined && <Key name={second} />}
    </span>
  );
}

function Key({ name }: { name: string }) {
  return <Kbd className={classes.key ?? ""}>{name.length === 1 ? name.toUpperCase() : name}</Kbd>;
}
