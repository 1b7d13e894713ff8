import { Button, Checkbox, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import classes from "./choices-panel.module.css";
import { DropPanel } from "./drop-panel.tsx";
import { IconChevronDown } from "./icons.ts";

interface Choice {
  value: string;
  label: string;
  /** A heading that it stands under. */
  group?: string;
}

interface Props {
  label: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

/** So many can be looked over at a glance; more of them are found by typing. */
const overlooked = 9;

/** What of several is looked for: a button that says what is chosen, and a panel to choose in. None chosen is all of them. */
export function ChoicesPanel({ label, choices, chosen, onChange }: Props) {
  const titles = chosen.map((value) => choices.find((choice) => choice.value === value)?.label ?? value);
  const says = titles.length === 0 ? label : titles.length === 1 ? `${label}: ${titles[0]}` : `${label}: ${titles.length} chosen`;
  return (
    <DropPanel label={says} title={label} icon={<IconChevronDown size={16} />} width={320} isOn={chosen.length > 0}>
      <Choices label={label} choices={choices} chosen={chosen} onChange={onChange} />
    </DropPanel>
  );
}

function Choices({ label, choices, chosen, onChange }: Props) {
  const [typed, setTyped] = useState("");
  const words = typed.trim().toLowerCase();
  const shown = choices.filter((choice) => choice.label.toLowerCase().includes(words));
  const groups = [...new Set(shown.map(({ group }) => group))];
  return (
    <Stack gap="sm">
      {choices.length > overlooked && (
        <TextInput
          label={`Find: ${label.toLowerCase()}`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            const [only] = shown;
            if (event.key !== "Enter" || words === "" || !only) return;
            // What is typed is chosen, or given up, by Enter: the first that is listed.
            event.preventDefault();
            onChange(chosen.includes(only.value) ? chosen.filter((value) => value !== only.value) : [...chosen, only.value]);
            setTyped("");
          }}
        />
      )}
      <Checkbox.Group value={[...chosen]} onChange={onChange} aria-label={label}>
        <div className={classes.choices}>
          {groups.map((group) => (
            <div key={group ?? ""} className={classes.group}>
              {group && (
                <Text size="xs" fw={600} c="dimmed">
                  {group}
                </Text>
              )}
              {shown
                .filter((choice) => choice.group === group)
                .map(({ value, label: title }) => (
                  <Checkbox key={value} value={value} label={title} />
                ))}
            </div>
          ))}
          {shown.length === 0 && (
            <Text size="sm" c="dimmed">
              Nothing matches
            </Text>
          )}
        </div>
      </Checkbox.Group>
      <Button variant="default" size="xs" disabled={chosen.length === 0} onClick={() => onChange([])}>
        Show all
      </Button>
    </Stack>
  );
}
