import { ActionIcon, Alert, Button, Group, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, type SavedView, type SavedViews } from "../../lib/api.ts";
import { isProblem } from "../../lib/api-error.ts";
import { messageOf } from "../../lib/messages.ts";
import { IconClipboardText, IconTrash } from "../../ui/icons.ts";
import { DropPanel } from "./drop-panel.tsx";
import classes from "./roster.module.css";
import { RosterSearch } from "./search.ts";

const viewsQuery = queryOptions({ queryKey: ["views", "roster"], queryFn: ({ signal }) => api.views.list("roster", signal), staleTime: 60_000 });
const viewsAtMost = 10;

/** What was kept may be of an earlier version of the console: whatever it does not know any more is dropped. */
function searchOf(view: SavedView): RosterSearch {
  try {
    return RosterSearch.parse(JSON.parse(view.search));
  } catch {
    return {};
  }
}

const everything = { view: undefined, q: undefined, columns: undefined, sort: undefined, answers: undefined };

/** Views that somebody keeps under a name: search, filters, columns and order, on every machine that they sign in from. */
export function ViewsMenu(props: Omit<Parameters<typeof Views>[0], "close">) {
  return (
    <DropPanel label="Views" title="Kept views" icon={<IconClipboardText size={16} />} width={300}>
      {(close) => <Views {...props} close={close} />}
    </DropPanel>
  );
}

function Views({ search, onChange, close }: { search: RosterSearch; onChange: (change: Partial<RosterSearch>) => void; close: () => void }) {
  const [title, setTitle] = useState("");
  const queryClient = useQueryClient();
  const { data: kept, error } = useQuery(viewsQuery);
  const views = kept?.views ?? [];
  const keep = useMutation({
    mutationFn: (next: SavedView[]) => api.views.keep("roster", { version: kept?.version ?? 0, views: next }),
    onSuccess: (stand: SavedViews) => {
      queryClient.setQueryData(viewsQuery.queryKey, stand);
      setTitle("");
    },
    onError: async (problem) => {
      if (isProblem(problem, "version_conflict")) await queryClient.invalidateQueries({ queryKey: viewsQuery.queryKey });
    },
  });
  const name = title.trim();
  const add = () =>
    keep.mutate([
      ...views.filter((view) => view.title !== name),
      { id: crypto.randomUUID(), title: name, search: JSON.stringify({ ...search, print: undefined }) },
    ]);
  return (
    <Stack gap="sm">
      {kept && views.length === 0 && (
        <Text size="sm" c="dimmed">
          No view is kept yet. Set search, filters, columns and order as you need them, and keep them under a name.
        </Text>
      )}
      {views.length > 0 && (
        <ul className={classes.keptViews} aria-label="Your views">
          {views.map((view) => (
            <li key={view.id}>
              <UnstyledButton
                className={classes.keptView ?? ""}
                onClick={() => {
                  onChange({ ...everything, ...searchOf(view) });
                  close();
                }}
              >
                {view.title}
              </UnstyledButton>
              <ActionIcon
                color="gray"
                size={30}
                aria-label={`Forget the view ${view.title}`}
                onClick={() => keep.mutate(views.filter(({ id }) => id !== view.id))}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {(error ?? keep.error) && (
        <Alert color="red" role="alert" p="xs">
          {isProblem(keep.error, "version_conflict")
            ? "Your views were changed in another window. They are shown as they now stand: try again."
            : messageOf(error ?? keep.error)}
        </Alert>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name !== "" && kept && !keep.isPending && views.length < viewsAtMost) add();
        }}
      >
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            style={{ flex: 1 }}
            label="Keep this view as"
            maxLength={60}
            value={title}
            disabled={views.length >= viewsAtMost}
            {...(views.length >= viewsAtMost ? { description: `At most ${viewsAtMost} are kept: forget one first.` } : {})}
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
