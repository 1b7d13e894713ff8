import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { renderConsole } from "../../../test/render-console.tsx";
import { sampleDetail } from "../../../test/sample-event.ts";
import { ConflictDialog } from "./conflict-dialog.tsx";
import type { SessionFormValues } from "./event-form-values.ts";
import { formValuesOf } from "./form-values-of.ts";
import { type FormMerge, mergeForm } from "./merge-form.ts";

const base = formValuesOf(sampleDetail.event);
const mine = { ...base, title: "Mine" };
const showMerge = async (merge: FormMerge, own = mine, status: "published" | "cancelled" = "published") => {
  const chosen = { onTakeTheirs: vi.fn(), onGoOn: vi.fn(), onClose: vi.fn() };
  await renderConsole(<ConflictDialog merge={merge} base={base} mine={own} status={status} {...chosen} />);
  return chosen;
};
const show = (status?: "published" | "cancelled") => showMerge(mergeForm(base, { ...base, title: "Theirs", audience: "teachers" }, mine), mine, status);

describe("the second of two clerks", () => {
  test("sees each field that both changed, before, then and their own, and what the first alone changed", async () => {
    await show();
    const dialog = await screen.findByRole("dialog", { name: /Somebody saved this event/ });
    const title = within(dialog).getByRole("radiogroup", { name: "Title" });
    expect(within(dialog).getByText("Before: Career Day")).not.toBeNull();
    expect(within(title).getByRole("radio", { name: "Yours: Mine" }).getAttribute("aria-checked")).toBe("true");
    expect(within(title).getByRole("radio", { name: "Theirs: Theirs" })).not.toBeNull();
    const row = within(dialog).getByRole("rowheader", { name: "For" }).closest("tr") as HTMLElement;
    expect(
      within(row)
        .getAllByRole("cell")
        .map((cell) => cell.textContent),
    ).toEqual(["Industry partners", "Teachers"]);
  });

  test("goes on with what they chose field by field, or takes the first one's, and nothing happens by itself", async () => {
    const chosen = await show();
    await userEvent.click(await screen.findByRole("radio", { name: "Theirs: Theirs" }));
    await userEvent.click(screen.getByRole("button", { name: "Go on with what is chosen" }));
    expect(chosen.onGoOn).toHaveBeenCalledExactlyOnceWith({ title: "theirs" });
    await userEvent.click(screen.getByRole("button", { name: "Take theirs, drop my changes" }));
    expect(chosen.onTakeTheirs).toHaveBeenCalledOnce();
  });

  test("is told of a session that the first cancelled, with what they had changed in it, and may keep that as a new one", async () => {
    const [first, ...others] = base.sessions as [SessionFormValues, ...SessionFormValues[]];
    const own = { ...base, sessions: [{ ...first, capacity: 60, partySizeLimit: 6 }, ...others] };
    const cancelled = { now: new Set([first.id, ...others.map(({ id }) => id)]), before: new Set<string>() };
    const chosen = await showMerge(mergeForm(base, base, own, cancelled), own);
    const asked = await screen.findByRole("radiogroup", { name: "Session 1: cancelled by them, changed by you" });
    const kept = within(asked).getByRole("radio", { name: /^Yours, as a new session: Seats: 40 → 60\s+Largest party: 4 → 6$/ });
    expect(kept.getAttribute("aria-checked"), "nothing is dropped unless somebody says so").toBe("true");
    const row = screen.getByRole("rowheader", { name: "Session 2" }).closest("tr") as HTMLElement;
    expect(
      within(row)
        .getAllByRole("cell")
        .map((cell) => cell.textContent),
    ).toEqual(["Takes place", "Cancelled"]);
    await userEvent.click(within(asked).getByRole("radio", { name: /^Theirs: It stays cancelled/ }));
    await userEvent.click(screen.getByRole("button", { name: "Go on with what is chosen" }));
    expect(chosen.onGoOn).toHaveBeenCalledExactlyOnceWith({ [`sessions/${first.id}`]: "theirs" });
  });

  test("cannot go on where the first has cancelled the event", async () => {
    await show("cancelled");
    await screen.findByRole("button", { name: "Show the event as it stands" });
    expect(screen.queryByRole("button", { name: /Go on/ })).toBeNull();
  });
});
