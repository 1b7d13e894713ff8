import { Button, Loader, Menu } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type Roster, rosterApi } from "../../lib/api/roster.ts";
import { Unreachable } from "../../lib/api-error.ts";
import { useCommands } from "../../lib/commands.ts";
import { allows } from "../../lib/me.ts";
import { messageOf } from "../../lib/messages.ts";
import { IconChevronDown, IconClipboardText, IconDownload, IconUsers } from "../../ui/icons.ts";
import { notice } from "../../ui/notice.ts";
import type { PrintKind } from "./print-pages.tsx";

/** Takes the roster out of the console: as a file, which is recorded, or on paper. */
export function TakeOut({ roster, onPrint }: { roster: Roster; onPrint: (kind: PrintKind) => void }) {
  const { event, session, may } = roster;
  const take = useMutation({
    mutationFn: async (kind: "people" | "counts") => {
      const parts: string[] = [];
      for (let after: string | undefined, isFirst = true; isFirst || after !== undefined; isFirst = false) {
        const page = await rosterApi.takeOut(session.id, kind, after);
        parts.push(page.csv);
        after = page.next;
      }
      save(`${nameOf(event.title)}-${session.startsAt.slice(0, 10)}${kind === "counts" ? "-without-personal-data" : ""}.csv`, parts);
    },
    onError: (error, kind) => notice.failed("The file was not made", messageOf(error), error instanceof Unreachable ? () => take.mutate(kind) : undefined),
  });
  useCommands([
    ...(allows(may, "export_people")
      ? [{ id: "export people", title: "Export: file with names and answers (CSV)", icon: IconDownload, run: () => take.mutate("people") }]
      : []),
    { id: "export counts", title: "Export: file without personal data (CSV)", icon: IconDownload, run: () => take.mutate("counts") },
    { id: "sheet", title: "Print the sign-in sheet", icon: IconClipboardText, run: () => onPrint("sheet") },
    { id: "badges", title: "Print name badges", icon: IconUsers, run: () => onPrint("badges") },
  ]);
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        {/* Busy, and not disabled: that would take the focus away from whoever came by keyboard. */}
        <Button variant="default" rightSection={take.isPending ? <Loader size={16} /> : <IconChevronDown size={16} />} aria-busy={take.isPending}>
          Export and print
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {allows(may, "export_people") && (
          <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => take.mutate("people")}>
            File with names and answers (CSV)
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => take.mutate("counts")}>
          File without personal data (CSV)
        </Menu.Item>
        <Menu.Item leftSection={<IconClipboardText size={16} />} onClick={() => onPrint("sheet")}>
          Sign-in sheet
        </Menu.Item>
        <Menu.Item leftSection={<IconUsers size={16} />} onClick={() => onPrint("badges")}>
          Name badges
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** A file's name from an event's title: what no system minds. */
const nameOf = (title: string): string =>
  title
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .toLowerCase() || "roster";

function save(name: string, parts: readonly string[]): void {
  const address = URL.createObjectURL(new Blob([...parts], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: some browsers begin to read it only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
