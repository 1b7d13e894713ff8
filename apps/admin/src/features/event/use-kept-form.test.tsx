import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useRef, useState } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { renderConsole } from "../../../test/render-console.tsx";
import { sampleEvent } from "../../../test/sample-event.ts";
import { formDraftApi } from "../../lib/api/form-draft.ts";
import { sessionEnded } from "../../lib/session-state.ts";
import { formValuesOf } from "./form-values-of.ts";
import { useKeptForm } from "./use-kept-form.ts";

const clean = formValuesOf(sampleEvent);
const keep = vi.spyOn(formDraftApi, "keep");
beforeEach(() => {
  sessionEnded.set(false);
  keep.mockReset().mockResolvedValue({ draft: { begunFrom: 3, values: {}, keptAt: "2026-10-01T12:00:00.000Z" as never } });
});

function Form({ isHeldAtFirst = false }: { isHeldAtFirst?: boolean }) {
  const [isHeld, setHeld] = useState(isHeldAtFirst);
  const values = useRef(clean);
  const keeper = useKeptForm({ subject: sampleEvent.id, begunFrom: 3, isHeld }, clean, () => values.current);
  const type = (title: string) => {
    values.current = { ...clean, title };
    keeper.typed();
  };
  return (
    <>
      <input aria-label="Title" onChange={(change) => type(change.currentTarget.value)} />
      <button type="button" onClick={() => setHeld(false)}>
        drop the older one
      </button>
      <output>{keeper.keeping.kind}</output>
    </>
  );
}
// At once, so that no busy machine takes the quiet second in the middle of a word.
const typeTitle = (value = "Day") => fireEvent.change(screen.getByLabelText("Title"), { target: { value } });
const titles = () => keep.mock.calls.map(([, { values }]) => (values.form as typeof clean).title);

test("what is typed is kept once nobody types any more, with what the form was begun from", async () => {
  await renderConsole(<Form />);
  typeTitle();
  await screen.findByText("kept");
  expect(titles()).toEqual(["Day"]);
  expect(keep.mock.calls[0]?.[1]).toMatchObject({ begunFrom: 3, values: { base: clean } });
});

test("a page that is closed or left right after a key sends what was typed on its way", async () => {
  const page = await renderConsole(<Form />);
  typeTitle();
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  await act(async () => void document.dispatchEvent(new Event("visibilitychange")));
  expect([titles().at(-1), keep.mock.calls.at(-1)?.[2]]).toEqual(["Day", true]);
  typeTitle("Days");
  page.unmount();
  await waitFor(() => expect(titles().at(-1)).toBe("Days"));
});

test("nothing is kept over an older form that waits, and what was typed meanwhile once that one is dropped", async () => {
  await renderConsole(<Form isHeldAtFirst />);
  typeTitle();
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  await act(async () => void document.dispatchEvent(new Event("visibilitychange")));
  expect(keep).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button"));
  await waitFor(() => expect(titles()).toEqual(["Day"]));
});

test("nothing is sent while the session has ended, and what was typed once somebody is signed in again", async () => {
  await renderConsole(<Form />);
  act(() => sessionEnded.set(true));
  typeTitle();
  await act(async () => void dispatchEvent(new Event("online")));
  expect(keep).not.toHaveBeenCalled();
  await act(async () => sessionEnded.set(false));
  await waitFor(() => expect(titles()).toEqual(["Day"]));
});
