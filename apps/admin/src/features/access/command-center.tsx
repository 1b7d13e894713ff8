import { useHotkeys } from "@mantine/hooks";
import { lazy, Suspense, useState } from "react";
import { useShortcuts } from "../../lib/use-shortcuts.ts";
import { PaletteButton } from "./palette-button.tsx";
import { useConsoleCommands } from "./use-console-commands.ts";

const Palette = lazy(() => import("./palette.tsx").then(({ Palette }) => ({ default: Palette })));
const ShortcutsDialog = lazy(() => import("./shortcuts-dialog.tsx").then(({ ShortcutsDialog }) => ({ default: ShortcutsDialog })));

/** Everything that can be done by keys: the palette with its button, the keys themselves, and the list of them. Both dialogs come when they are first asked for. */
export function CommandCenter() {
  const [opening, setOpening] = useState(0);
  const [shortcuts, setShortcuts] = useState<"never" | "open" | "closed">("never");
  const open = () => setOpening((count) => count + 1);
  useConsoleCommands({ onShortcuts: () => setShortcuts("open") });
  useShortcuts();
  // Held with Control or Command it is no single key, and works in fields as well.
  useHotkeys([["mod+K", open]], []);
  return (
    <>
      <PaletteButton onOpen={open} />
      <Suspense>{opening > 0 && <Palette opening={opening} />}</Suspense>
      <Suspense>{shortcuts !== "never" && <ShortcutsDialog isOpen={shortcuts === "open"} onClose={() => setShortcuts("closed")} />}</Suspense>
    </>
  );
}
