import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { renderConsole } from "../../../test/render-console.tsx";
import type { Roster, RosterRow } from "../../lib/api/roster.ts";
import { RosterTable } from "./roster-table.tsx";

const people = ["Ann", "Ben"].map(
  (name, index) => ({ id: `sgn_${index}`, name, email: `${name}@example.org`, state: "confirmed", partySize: 1 }) as unknown as RosterRow,
);
const width = window.innerWidth;
const setWidth = (pixels: number) =>
  (window as unknown as { happyDOM: { setViewport: (size: { width: number }) => void } }).happyDOM.setViewport({ width: pixels });
afterEach(() => setWidth(width));

async function show(pixels: number) {
  setWidth(pixels);
  const onChoose = vi.fn();
  const shared = { roster: { may: [] } as unknown as Roster, rows: people, columns: [], sort: undefined, isOpen: true };
  await renderConsole(<RosterTable {...shared} onSort={vi.fn()} onOpen={vi.fn()} chosen={new Set()} onChoose={onChoose} />);
  return onChoose;
}

test.each([1280, 375])("all who are shown are chosen at once, at %d px", async (pixels) => {
  const onChoose = await show(pixels);
  await userEvent.click(screen.getByLabelText("Choose all 2 shown"));
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(["sgn_0", "sgn_1"], true);
});

test.each([
  [1280, ["Person", "State"]],
  [375, []],
])("nobody comes by keyboard to a heading that is not seen, at %d px", async (pixels, sorting) => {
  await show(pixels);
  const buttons = screen.getAllByRole("columnheader").flatMap((heading) => within(heading).queryAllByRole("button"));
  expect(buttons.map(({ textContent }) => textContent)).toEqual(sorting);
});
