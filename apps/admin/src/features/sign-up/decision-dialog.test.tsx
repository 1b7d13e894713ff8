import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { renderConsole } from "../../../test/render-console.tsx";
import { type Roster, type RosterRow, rosterApi } from "../../lib/api/roster.ts";
import { ApiProblem } from "../../lib/api-error.ts";
import { DecisionDialog } from "./decision-dialog.tsx";

const rosa = { id: "sgn_1", name: "Rosa Example", email: "rosa@example.org", state: "pending", version: 4 } as unknown as RosterRow;
const roster = { session: { id: "ses_1" }, seats: { waiting: 0 } } as unknown as Roster;

test("what could not be looked at is looked at again by the same button, and nothing is decided until it was", async () => {
  vi.spyOn(rosterApi, "previewMany")
    .mockRejectedValueOnce(new ApiProblem(403, { code: "forbidden" }))
    .mockResolvedValue({ outcomes: [{ id: rosa.id, state: "confirmed", version: 4 }], movesUp: [] } as never);
  const onDecide = vi.fn();
  await renderConsole(<DecisionDialog roster={roster} question={{ step: "approve", people: [rosa] }} onDecide={onDecide} onClose={() => undefined} />);
  await userEvent.click(await screen.findByRole("button", { name: "Look again" }));
  const approve = await screen.findByRole("button", { name: "Approve 1" });
  expect(onDecide).not.toHaveBeenCalled();
  await userEvent.click(approve);
  expect(onDecide).toHaveBeenCalledExactlyOnceWith({ step: "approve", people: [rosa], reason: "" });
});
