import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderConsole } from "../../../test/render-console.tsx";
import { SeriesList } from "./series-list.tsx";

test("each event of a series that was not published says what about it stands in the way", async () => {
  const events = [1, 2].map((number) => ({ id: `evt_${number}`, number, status: "draft", version: 1 })) as never;
  const outcomes = new Map([
    ["evt_1", { id: "evt_1", refusal: "event_not_ready", errors: [{ path: "sessions.0.startsAt", message: "must be in the future" }] }],
    ["evt_2", { id: "evt_2", refusal: "unavailable" }],
  ]) as never;
  await renderConsole(<SeriesList events={events} zone="America/New_York" outcomes={outcomes} />);
  expect(screen.getByText("Not published: Session 1, start must be in the future.")).not.toBeNull();
  expect(screen.getByText(/Not published: The server is not available right now/)).not.toBeNull();
});
