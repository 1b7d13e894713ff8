import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { renderConsole } from "../../../test/render-console.tsx";
import { sampleDetail } from "../../../test/sample-event.ts";
import { eventApi } from "../../lib/api/event.ts";
import { CancelEventDialog } from "./cancel-event-dialog.tsx";

test("an event is not cancelled without a reason, and the dialog says that one is needed", async () => {
  const cancel = vi.spyOn(eventApi, "cancel");
  await renderConsole(<CancelEventDialog detail={sampleDetail} version={3} onVersion={() => {}} onClose={() => {}} />);
  await userEvent.click(await screen.findByRole("button", { name: "Cancel the event" }));
  expect(screen.getByLabelText(/^Reason/).getAttribute("aria-invalid")).toBe("true");
  expect(cancel).not.toHaveBeenCalled();
});
