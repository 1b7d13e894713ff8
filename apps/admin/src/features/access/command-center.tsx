import { useHotkeys } from "@mantine/hooks";
import { type ComponentType, useRef, useState } from "react";
import { Unreachable } from "../../lib/api-error.ts";
import { messageOf } from "../../lib/messages.ts";
import { useShortcuts } from "../../lib/use-shortcuts.ts";
import { notice } from "../../ui/notice.ts";
import { PaletteButton } from "./palette-button.tsx";
import { useConsoleCommands } from "./use-console-commands.ts";

/** Comes when it is first asked for. Where it does not come, that is said, and it can be asked for again. */
function useLoaded<Props>(load: () => Promise<ComponentType<Props>>, notLoaded: string) {
  const [Loaded, setLoaded] = useState<ComponentType<Props> | undefined>(undefined);
  const isLoading = useRef(false);
  const want = () => {
    if (Loaded || isLoading.current) return;
    isLoading.current = true;
    load()
      .then((component) => setLoaded(() => component))
      .catch(() => notice.failed(notLoaded, messageOf(new Unreachable("no answer")), want))
      .finally(() => {
        isLoading.current = false;
      });
  };
  return [Loaded, want] as const;
}

/** Everything that can be done by keys: the palette with its button, the keys themselves, and the list of them. */
export function CommandCenter() {
  const [opening, setOpening] = useState(0);
  const [areShortcutsOpen, setShortcutsOpen] = useState(false);
  const [Palette, wantPalette] = useLoaded(() => import("./palette.tsx").then((module) => module.Palette), "The search could not be loaded");
  const [Shortcuts, wantShortcuts] = useLoaded(() => import("./shortcuts-dialog.tsx").then((module) => module.ShortcutsDialog), "The list could not be loaded");
  const open = () => {
    wantPalette();
    setOpening((count) => count + 1);
  };
  useConsoleCommands({
    onShortcuts: () => {
      wantShortcuts();
      setShortcutsOpen(true);
    },
  });
  useShortcuts();
  // Held with Control or Command it is no single key, and works in fields as well.
  useHotkeys([["mod+K", open]], []);
  return (
    <>
      <PaletteButton onOpen={open} onNear={wantPalette} />
      {Palette && opening > 0 && <Palette opening={opening} />}
      {Shortcuts && <Shortcuts isOpen={areShortcutsOpen} onClose={() => setShortcutsOpen(false)} />}
    </>
  );
}
