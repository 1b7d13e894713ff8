import { Modal, Stack, Switch, Text } from "@mantine/core";
import { type Command, commandGroups, useCommandsNow } from "../../lib/commands.ts";
import { setShortcuts, useShortcutsSetting } from "../../lib/use-shortcuts.ts";
import { Keys, paletteKeys } from "../../ui/keys.tsx";
import classes from "./shortcuts-dialog.module.css";

/** What the browser and the kit do by themselves. */
const always = [
  { keys: "Tab", title: "To the next field, button or link" },
  { keys: "Esc", title: "Close a dialog, a menu or a list" },
];

/** The keys that do something now, and the switch that turns those of a single character off. */
export function ShortcutsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const isOn = useShortcutsSetting();
  const withKeys = useCommandsNow().filter((command): command is Command & { keys: string } => command.keys !== undefined);
  const groups = commandGroups
    .map((group) => ({ group, commands: withKeys.filter((command) => command.group === group) }))
    .filter(({ commands }) => commands.length > 0);
  return (
    <Modal opened={isOpen} onClose={onClose} title="Keyboard shortcuts" size="lg">
      <Stack gap="md">
        <Switch
          label="Single-key shortcuts"
          description="Off, nothing happens by a single key: for those who speak to their machine, or press keys by accident. Kept in this browser."
          checked={isOn}
          onChange={(event) => setShortcuts(event.currentTarget.checked)}
        />
        <div className={classes.groups}>
          <Group title="Anywhere" rows={[{ keys: paletteKeys(), title: "Search events, pages and what can be done" }, ...always]} />
          {groups.map(({ group, commands }) => (
            <Group key={group} title={group} rows={commands} isOff={!isOn} />
          ))}
        </div>
        <Text size="sm" c="dimmed">
          Two keys are pressed one after the other. While you type in a field, keys are letters and nothing else.
        </Text>
      </Stack>
    </Modal>
  );
}

function Group({ title, rows, isOff = false }: { title: string; rows: readonly { keys: string; title: string }[]; isOff?: boolean }) {
  return (
    <section className={classes.group} data-off={isOff || undefined} aria-label={title}>
      <Text component="h3" size="sm" fw={600} mb={6}>
        {title}
        {isOff && " (off)"}
      </Text>
      <dl className={classes.rows}>
        {rows.map(({ keys, title: does }) => (
          <div key={`${keys} ${does}`}>
            <dt>{does}</dt>
            <dd>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
