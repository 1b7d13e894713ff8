import { useQuery } from "@tanstack/react-query";
import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { renderConsole } from "../../../test/render-console.tsx";
import { type SavedViews, viewApi } from "../../lib/api/view.ts";
import { viewsQuery } from "../../lib/kept-views.ts";
import { EventSearch } from "./search.ts";
import { useOpeningView } from "./use-opening-view.ts";

const kept: SavedViews = { version: 1, views: [{ id: "a", title: "Drafts", search: '{"status":"draft"}', isDefault: true }] };

function Page() {
  const [search, setSearch] = useState<EventSearch>(() => EventSearch.parse({}));
  useOpeningView(search, (next) => setSearch({ ...search, ...next }));
  const { isSuccess } = useQuery(viewsQuery("events"));
  return (
    <button type="button" onClick={() => setSearch({ ...search, host: "office" })}>
      {search.status ?? "all"} of {search.host ?? "everybody"}, views {isSuccess ? "known" : "not known"}
    </button>
  );
}

test("a list that is opened with nothing asked for opens with the view that was chosen for it", async () => {
  vi.spyOn(viewApi, "list").mockResolvedValue(kept);
  await renderConsole(<Page />);
  expect(await screen.findByText("draft of everybody, views known")).not.toBeNull();
});

test("what somebody asks for before their view is known stands", async () => {
  let answer: (views: SavedViews) => void = () => {};
  vi.spyOn(viewApi, "list").mockReturnValue(new Promise((resolve) => (answer = resolve)));
  await renderConsole(<Page />);
  await userEvent.click(screen.getByRole("button"));
  answer(kept);
  await screen.findByText(/views known/);
  // Whatever the answer leads to has happened by then.
  await act(async () => {});
  expect(screen.getByRole("button").textContent).toBe("all of office, views known");
});
