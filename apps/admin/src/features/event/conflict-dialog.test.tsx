import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { renderConsole } from "../../../test/render-console.tsx";
import { sampleDetail } from "../../../test/sample-event.ts";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { formValuesOf } from "./event-form-values.ts";
import { mergeEvent } from "./event-merge.ts";

const before = formValuesOf(sampleDetail.event);
const show = async (theirs = sampleDetail) => {
  const chosen = { onTakeTheirs: vi.fn(), onKeepMine: vi.fn(), onClose: vi.fn() };
  const { changes } = mergeEvent(before, { ...before, title: "Theirs", audience: "teachers" }, { ...before, title: "Mine" });
  await renderConsole(<ConflictDialog changes={changes} theirs={theirs} {...chosen} />);
  return chosen;
};

describe("the second of two clerks", () => {
  test("sees each part that the first changed, before, then and in their own form", async () => {
    await show();
    const dialog = await screen.findByRole("dialog", { name: /Somebody saved this event/ });
    const cells = (name: string) =>
      within(within(dialog).getByRole("rowheader", { name }).closest("tr") as HTMLElement)
        .getAllByRole("cell")
        .map((cell) => cell.textContent);
    expect(cells("Title")).toEqual(["Career Day", "Theirs", "Mine"]);
    expect(cells("Audience")).toEqual(["Industry partners", "Teachers", "You did not change this"]);
  });

  test("goes on with their own, or takes the first one's, and nothing happens by itself", async () => {
    const chosen = await show();
    await userEvent.click(await screen.findByRole("button", { name: "Go on with mine on top of theirs" }));
    expect(chosen.onKeepMine).toHaveBeenCalledOnce();
    await userEvent.click(screen.getByRole("button", { name: "Take theirs, drop my changes" }));
    expect(chosen.onTakeTheirs).toHaveBeenCalledOnce();
  });

  test("cannot go on where the first has cancelled the event", async () => {
    await show({ ...sampleDetail, event: { ...sampleDetail.event, status: "cancelled", cancelledAt: sampleDetail.event.createdAt, reason: "Rain" } });
    await screen.findByRole("button", { name: "Show the event as it stands" });
    expect(screen.queryByRole("button", { name: /Go on with mine/ })).toBeNull();
  });
});
