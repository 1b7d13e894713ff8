import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { renderConsole } from "../../../test/render-console.tsx";
import { sampleDetail, sampleEvent } from "../../../test/sample-event.ts";
import type { AuditRow } from "../../lib/api/audit.ts";
import { historyApi } from "../../lib/api/history.ts";
import { commandsNow } from "../../lib/commands.ts";
import { EventActions } from "./event-actions.tsx";

const offered = () => commandsNow().find(({ title }) => title === "History of this event");

test("whoever works with an event's people and may not see the whole log reads what happened to the event, in the venue's zone", async () => {
  const record = {
    id: "1",
    at: "2026-10-01T13:00:00.000Z",
    by: "usr_1",
    byName: "Sam Example",
    op: "event.edit",
    changed: [{ field: "sessions.ses_1.startsAt", before: "2026-10-30T21:00:00.000Z", after: "2026-10-29T21:00:00.000Z" }],
  } as unknown as AuditRow;
  const asked = vi.spyOn(historyApi, "page").mockResolvedValue({ records: [record] } as never);
  const event = { ...sampleEvent, venue: { ...sampleEvent.venue, zone: "America/Los_Angeles" } } as typeof sampleEvent;
  await renderConsole(<EventActions detail={{ ...sampleDetail, event, may: ["view_event", "view_people"] }} onFaults={() => undefined} />);
  act(() => offered()?.run());
  const history = within(await screen.findByRole("dialog", { name: "History" }));
  await history.findByText("Event changed");
  await history.findByText("Sam Example, Thu, Oct 1, 2026, 6:00 AM PDT");
  await history.findByText("Session, start: Fri, Oct 30, 2026, 2:00 PM PDT → Thu, Oct 29, 2026, 2:00 PM PDT");
  expect(asked.mock.calls[0]?.[0]).toEqual({ eventId: sampleEvent.id });
  await userEvent.keyboard("{Escape}");
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "More for this event" })));
});

test("nobody is offered a history that the API would refuse them", async () => {
  await renderConsole(<EventActions detail={{ ...sampleDetail, may: ["view_event", "cancel_event"] }} onFaults={() => undefined} />);
  expect(offered()).toBeUndefined();
});
