import { focusManager } from "@tanstack/react-query";
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { renderConsole } from "../../../test/render-console.tsx";
import { sampleMe } from "../../../test/sample-event.ts";
import { type Me, sessionApi } from "../../lib/api/session.ts";
import { sessionEnded } from "../../lib/session-state.ts";
import { SessionEndedDialog } from "./session-ended-dialog.tsx";

beforeEach(() => sessionEnded.set(true));

const goOnAs = async (me: Me) => {
  vi.spyOn(sessionApi, "me").mockResolvedValue(me);
  const leave = vi.spyOn(location, "assign").mockImplementation(() => {});
  await renderConsole(<SessionEndedDialog />);
  await userEvent.click(await screen.findByRole("button", { name: "I am signed in: go on" }));
  return leave;
};

test("whoever signs in again goes on with their page as it is", async () => {
  const leave = await goOnAs(sampleMe);
  await waitFor(() => expect(sessionEnded.get()).toBe(false));
  expect(leave).not.toHaveBeenCalled();
});

test("somebody else gets a page of their own: nothing that the one before saw or typed stays in it", async () => {
  const leave = await goOnAs({ ...sampleMe, user: { ...sampleMe.user, id: `usr_01k${"9".repeat(23)}` as Me["user"]["id"] } });
  await waitFor(() => expect(leave).toHaveBeenCalledExactlyOnceWith("/admin/"));
  expect(sessionEnded.get()).toBe(true);
});

test("a tab that one comes back to notices that somebody else has signed in beside it, and says so before anything is done in their name", async () => {
  sessionEnded.set(false);
  const me = vi.spyOn(sessionApi, "me").mockResolvedValue(sampleMe);
  await renderConsole(<SessionEndedDialog />);
  const comeBack = () =>
    act(async () => {
      focusManager.setFocused(false);
      focusManager.setFocused(true);
    });
  await comeBack();
  await waitFor(() => expect(me).toHaveBeenCalled());
  expect(sessionEnded.get(), "the same person").toBe(false);
  me.mockResolvedValue({ ...sampleMe, user: { ...sampleMe.user, id: `usr_01k${"9".repeat(23)}` as Me["user"]["id"] } });
  await comeBack();
  await waitFor(() => expect(sessionEnded.get()).toBe(true));
  focusManager.setFocused(undefined);
});
