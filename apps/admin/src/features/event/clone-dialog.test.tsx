import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { renderConsole } from "../../../test/render-console.tsx";
import { sampleEvent } from "../../../test/sample-event.ts";
import { eventApi } from "../../lib/api/event.ts";
import { ApiProblem } from "../../lib/api-error.ts";
import { CloneDialog } from "./clone-dialog.tsx";

test("a clone can be put on earlier days, and stays open while the minus stands alone", async () => {
  await renderConsole(<CloneDialog event={sampleEvent} onClose={() => {}} />);
  const days = await screen.findByLabelText("Days later");
  await userEvent.clear(days);
  await userEvent.type(days, "-");
  expect(screen.getByText("Less than 0 is earlier.")).not.toBeNull();
  await userEvent.type(days, "7");
  expect(screen.getByText(/^The first session is on Sat, Oct 24/)).not.toBeNull();
});

test("a clone that was made and discarded meanwhile is another one when it is asked for once more", async () => {
  const clone = vi.spyOn(eventApi, "clone").mockRejectedValue(new ApiProblem(409, { code: "made_and_discarded" }));
  await renderConsole(<CloneDialog event={sampleEvent} onClose={() => {}} />);
  const make = await screen.findByRole("button", { name: "Make the clone" });
  await userEvent.click(make);
  expect(await screen.findByText(/somebody has discarded it since/)).not.toBeNull();
  await userEvent.click(make);
  await vi.waitFor(() => expect(clone).toHaveBeenCalledTimes(2));
  const [first, second] = clone.mock.calls.map(([, , key]) => key);
  expect(second).not.toBe(first);
});
