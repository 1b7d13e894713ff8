import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderConsole } from "../../../test/render-console.tsx";
import { sampleEvent } from "../../../test/sample-event.ts";
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
