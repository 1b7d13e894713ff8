import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { renderConsole } from "../../../test/render-console.tsx";
import { sampleEvent } from "../../../test/sample-event.ts";
import { eventApi } from "../../lib/api/event.ts";
import { SeriesDialog } from "./series-dialog.tsx";

/** The page around the dialog, which follows the event: it has another version as soon as its series is begun. */
function Page() {
  const [event, setEvent] = useState(sampleEvent);
  return (
    <>
      <SeriesDialog event={event} onClose={() => {}} />
      <button type="button" onClick={() => setEvent({ ...event, version: event.version + 1 })}>
        follow
      </button>
    </>
  );
}

test("what could not be made yet is asked for again by the same request, so that it is the same series", async () => {
  const dates = ["2026-10-31", "2026-11-07", "2026-11-14"].map((on) => ({ on, isSkipped: false, isSchoolDay: true }));
  vi.spyOn(eventApi, "seriesDates").mockResolvedValue({ dates } as never);
  const made = { events: [], made: 1, missing: 1 } as never;
  const makeSeries = vi.spyOn(eventApi, "makeSeries").mockResolvedValue(made);
  await renderConsole(<Page />);
  await userEvent.click(await screen.findByRole("button", { name: "Make 2 drafts" }));
  const rest = await screen.findByRole("button", { name: "Make the rest" });
  await userEvent.click(screen.getByText("follow"));
  await userEvent.click(rest);
  expect(makeSeries).toHaveBeenCalledTimes(2);
  expect(makeSeries.mock.calls[1]).toEqual(makeSeries.mock.calls[0]);
});
