import { Notifications } from "@mantine/notifications";
import { useQuery } from "@tanstack/react-query";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { use } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { renderConsole } from "../../../test/render-console.tsx";
import { rosa } from "../../../test/rosa.ts";
import { type Decided, type Roster, type RosterRow, rosterApi } from "../../lib/api/roster.ts";
import { ApiProblem, Unreachable } from "../../lib/api-error.ts";
import { useUndoables } from "../../lib/undo.ts";
import { Decide } from "./decide.tsx";
import { inOrder, withRows, withShown } from "./people.ts";
import { peopleQuery } from "./queries.ts";
import { TakeStep } from "./row-actions.tsx";

const roster = { session: { id: "ses_1" }, event: {} } as unknown as Roster;

function Rows() {
  const take = use(TakeStep);
  const { data } = useQuery(peopleQuery("ses_1"));
  const [person] = data ? inOrder(data) : [];
  return (
    <>
      <p>State: {person?.state}</p>
      {person &&
        (["approve", "decline", "withdraw"] as const).map((step) => (
          <button key={step} type="button" onClick={() => take(step, person)}>{`Take ${step}`}</button>
        ))}
      {useUndoables().map(({ id, undo, now }) => (
        <span key={id}>
          <button type="button" onClick={undo}>
            Take back
          </button>
          <button type="button" onClick={now}>
            Now
          </button>
        </span>
      ))}
    </>
  );
}

/** What the server has of Rosa; the roster asks for it again when something was refused. */
let stands = rosa;
async function show() {
  stands = rosa;
  vi.spyOn(rosterApi, "people").mockImplementation(async () => ({ people: [stands], readAt: "2026-11-01T00:00:00.000Z" }) as never);
  await renderConsole(
    <>
      <Notifications />
      <Decide roster={roster}>
        <Rows />
      </Decide>
    </>,
  );
  await screen.findByText("State: pending");
}
const press = async (name: string) => userEvent.click(await screen.findByRole("button", { name }));
const state = (word: string) => screen.findByText(`State: ${word}`);
afterEach(() => vi.restoreAllMocks());

test("an approval shows before the server has answered", async () => {
  let answer: (decided: Decided) => void = () => undefined;
  vi.spyOn(rosterApi, "approve").mockReturnValue(new Promise((resolve) => (answer = resolve)));
  await show();
  await press("Take approve");
  await state("confirmed");
  answer({} as Decided);
  await screen.findByText("Rosa Example is approved.");
});

test("a refusal goes back to what stands, and says what that is and why", async () => {
  vi.spyOn(rosterApi, "approve").mockRejectedValue(new ApiProblem(409, { code: "not_pending" }));
  await show();
  await press("Take approve");
  await screen.findByText("Rosa Example was not approved: it stands as “Held, to decide”");
  await screen.findByText(/not waiting for a decision any more/);
  await state("pending");
});

test("a withdrawal shows at once, and taken back was never sent", async () => {
  const withdraw = vi.spyOn(rosterApi, "withdraw");
  await show();
  await press("Take withdraw");
  await state("withdrawn");
  await press("Take back");
  await state("pending");
  expect(withdraw).not.toHaveBeenCalled();
});

test("without the network a decline goes back, and one press sends it again with the reason that was typed", async () => {
  const decline = vi
    .spyOn(rosterApi, "decline")
    .mockRejectedValueOnce(new Unreachable("no answer"))
    .mockResolvedValue({} as Decided);
  await show();
  await press("Take decline");
  await userEvent.type(await screen.findByLabelText(/Reason/), "Too young");
  await press("Decline");
  await state("declined");
  expect(decline, "it waits").not.toHaveBeenCalled();
  await press("Now");
  await screen.findByText(/was not declined: it stands as/);
  await state("pending");
  await press("Try again");
  await screen.findByText("Rosa Example is declined.");
  expect(decline.mock.calls).toEqual(Array(2).fill(["ses_1", rosa.id, 4, "Too young"]));
  await state("declined");
});

test("what has come meanwhile is newer than what was shown, and than what stood before", () => {
  const newer = { ...rosa, state: "confirmed", version: 5 } as RosterRow;
  const known = withRows(new Map(), [newer]);
  expect(withShown(known, { ...rosa, state: "withdrawn" })).toBe(known);
  expect([...withShown(withRows(new Map(), [rosa]), { ...rosa, state: "withdrawn" }).values()]).toEqual([{ ...rosa, state: "withdrawn" }]);
});
