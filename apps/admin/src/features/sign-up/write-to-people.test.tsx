import { Notifications } from "@mantine/notifications";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { test, vi } from "vitest";
import { renderConsole } from "../../../test/render-console.tsx";
import { messageApi } from "../../lib/api/message.ts";
import type { Roster } from "../../lib/api/roster.ts";
import type { Writing } from "./message-draft.ts";
import { WriteToPeople } from "./write-to-people.tsx";

const roster = { session: { id: "ses_1" }, event: { zone: "America/New_York" } } as unknown as Roster;

function Page() {
  const [writing, setWriting] = useState<Writing | undefined>({ to: "states" });
  return (
    <>
      <Notifications />
      <WriteToPeople roster={roster} writing={writing} onWrite={setWriting} isListShown={false} onHideList={() => undefined} />
    </>
  );
}

const show = async (isPeopleExact: boolean) => {
  // As the server does: the mail says what was asked about.
  vi.spyOn(messageApi, "preview").mockImplementation(
    async (_id, { message }) => ({ people: 31_207, isPeopleExact, leftOut: [], leftOutPeople: 0, mail: message }) as never,
  );
  vi.spyOn(messageApi, "write").mockResolvedValue({ id: "msg_1", people: 31_207 } as never);
  await renderConsole(<Page />);
};

test.each([
  [false, "about 31,207 people"],
  [true, "31,207 people"],
])("to how many a message goes is told alike before it is sent, while it waits and once it is sent (exactly: %s)", async (isPeopleExact, words) => {
  await show(isPeopleExact);
  await userEvent.type(await screen.findByLabelText(/^Subject/), "Doors");
  await userEvent.type(screen.getByLabelText(/^Text/), "At eight.");
  await screen.findByText(/^Doors\s+At eight\.$/);
  await userEvent.click(screen.getByRole("button", { name: `Send to ${words}` }));
  await screen.findByText(new RegExp(`^Sending to ${words} in `));
  await userEvent.click(screen.getByRole("button", { name: "Send now" }));
  await screen.findByText(`The message goes out to ${words}.`);
});

test("a mail that says nothing yet is shown with what is lacking, and with no words that could be its own", async () => {
  await show(true);
  await screen.findByText(/^\(no subject yet\)\s+\(no text yet\)$/);
  await userEvent.type(screen.getByLabelText(/^Subject/), "Doors");
  await screen.findByText(/^Doors\s+\(no text yet\)$/);
});
