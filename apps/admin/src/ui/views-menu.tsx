import { ActionIcon, Alert, Button, Group, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { DropPanel } from "./drop-panel.tsx";
import { IconClipboardText, IconStar, IconStarFilled, IconTrash } from "./icons.ts";
import classes from "./views-menu.module.css";

interface View {
  id: string;
  title: string;
  isDefault?: boolean | undefined;
}

interface Props<Kept extends View> {
  /** Absent until they were read. */
  views: readonly Kept[] | undefined;
  /** What a view keeps, such as `search, filters, columns and order`. */
  keeps: string;
  isFull: boolean;
  failure: string | undefined;
  onChoose: (view: Kept) => void;
  onKeep: (title: string) => void;
  onForget: (id: string) => void;
  /** Absent where the list always opens the same way. */
  onOpenWith?: (id: string) => void;
}

/** Views of a list that somebody keeps under a name. */
export function ViewsMenu<Kept extends View>(props: Props<Kept>) {
  return (
    <DropPanel label="Views" title="Kept views" icon={<IconClipboardText size={16} />} width={320}>
      {(close) => <Views {...props} close={close} />}
    </DropPanel>
  );
}

function Views<Kept extends View>({ views, keeps, isFull, failure, onChoose, onKeep, onForget, onOpenWith, close }: Props<Kept> & { close: () => void }) {
  const [title, setTitle] = useState("");
  const name = title.trim();
  return (
    <Stack gap="sm">
      {views?.length === 0 && (
        <Text size="sm" c="dimmed">
          No view is kept yet. Set {keeps} as you need them, and keep them under a name.
        </Text>
      )}
      {views && views.length > 0 && (
        <ul className={classes.views} aria-label="Your views">
          {views.map((view) => (
            <li key={view.id}>
              <UnstyledButton
                className={classes.view ?? ""}
                onClick={() => {
                  onChoose(view);
                  close();
                }}
              >
                {view.title}
              </UnstyledButton>
              {onOpenWith && (
                <ActionIcon
                  color="gray"
                  size={30}
                  aria-pressed={view.isDefault === true}
                  aria-label={`Open this list with ${view.title}`}
                  title="Open this list with it"
                  onClick={() => onOpenWith(view.id)}
                >
                  {view.isDefault ? <IconStarFilled size={16} /> : <IconStar size={16} />}
                </ActionIcon>
              )}
              <ActionIcon color="gray" size={30} aria-label={`Forget the view ${view.title}`} onClick={() => onForget(view.id)}>
                <IconTrash size={16} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {failure && (
        <Alert color="red" role="alert" p="xs">
          {failure}
        </Alert>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name === "" || isFull) return;
          onKeep(name);
          setTitle("");
        }}
      >
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            style={{ flex: 1 }}
            label="Keep this view as"
            maxLength={60}
            value={title}
            disabled={isFull}
            {...(isFull ? { description: `At most ${views?.length ?? 0} are kept: forget one first.` } : {})}
            onChange={(input) => setTitle(input.currentTarget.value)}
          />
          {/* Not disabled while it has nothing to do: that would take the focus away, and Escape with it. */}
          <Button type="submit" size="sm">
            Keep
          </Button>
        </Group>
      </form>
    </Stack>
  );
}
