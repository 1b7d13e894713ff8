import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { renderConsole } from "../../../test/render-console.tsx";
import { rosa } from "../../../test/rosa.ts";
import { historyApi } from "../../lib/api/history.ts";
import { type Decided, type Roster, type RosterRow, rosterApi } from "../../lib/api/roster.ts";
import { Decide } from "./decide.tsx";
import { PersonDrawer } from "./person-drawer.tsx";

const rosterFor = (may: string[]) => ({ session: { id: "ses_1" }, event: { zone: "America/New_York", questions: [] }, may }) as unknown as Roster;

function Opened({ may, isOpen }: { may: string[]; isOpen: boolean }) {
  const [person, setPerson] = useState<RosterRow | undefined>(rosa);
  const roster = rosterFor(may);
  return (
    <Decide roster={roster}>
      <PersonDrawer roster={roster} person={person} isOpen={isOpen} onClose={() => setPerson(undefined)} />
    </Decide>
  );
}

async function show(may: string[], isOpen = true) {
  vi.spyOn(historyApi, "page").mockResolvedValue({ records: [] } as never);
  await renderConsole(<Opened may={may} isOpen={isOpen} />);
  await screen.findByText("rosa@example.org");
}
const all = ["decide_sign_up", "withdraw_sign_up"];

test("an approval is given where the answers are read, and the drawer makes way for it", async () => {
  const approve = vi.spyOn(rosterApi, "approve").mockResolvedValue({} as Decided);
  await show(all);
  await userEvent.click(screen.getByRole("button", { name: "Approve" }));
  expect(approve).toHaveBeenCalledWith("ses_1", rosa.id, 4);
  await waitFor(() => expect(screen.queryByText("rosa@example.org")).toBeNull());
});

test("a decline asks for its reason, with the focus in the field for it", async () => {
  await show(all);
  await userEvent.click(screen.getByRole("button", { name: "Decline" }));
  const reason = await screen.findByLabelText("Reason");
  await waitFor(() => expect(screen.queryByText("rosa@example.org")).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(reason));
});

test.each([
  ["whose role may not", [], true],
  ["of a session that has started", all, false],
])("nobody decides %s", async (_, may, isOpen) => {
  await show(may, isOpen);
  for (const name of ["Approve", "Decline", "Withdraw for them"]) expect(screen.queryByRole("button", { name })).toBeNull();
});
