import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { act, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { sampleDetail, sampleMe } from "../test/sample-event.ts";
import { type EventDetail, eventApi } from "./lib/api/event.ts";
import { formDraftApi } from "./lib/api/form-draft.ts";
import { meQuery } from "./lib/me.ts";
import { makeQueryClient } from "./lib/query-client.ts";
import { makeRouter } from "./router.tsx";
import { Look } from "./ui/look.tsx";

test("the editor of another event, such as a clone of the one that is being edited, is another form", async () => {
  const clone: EventDetail = { ...sampleDetail, event: { ...sampleDetail.event, id: `evt_01k${"7".repeat(23)}` as never, title: "The clone" } };
  const { event } = sampleDetail;
  vi.spyOn(eventApi, "get").mockImplementation(async (id) => (id === event.id ? sampleDetail : clone));
  vi.spyOn(formDraftApi, "get").mockResolvedValue({});
  const queryClient = makeQueryClient();
  queryClient.setQueryData(meQuery.queryKey, sampleMe);
  history.replaceState(null, "", `/admin/events/${event.id}/edit`);
  const router = makeRouter(queryClient);
  await router.load();
  render(
    <Look>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Look>,
  );
  const title = async () => ((await screen.findByRole("textbox", { name: /^Title/ })) as HTMLInputElement).value;
  expect(await title()).toBe(event.title);
  await act(() => router.navigate({ to: "/events/$eventId/edit", params: { eventId: clone.event.id } }));
  await screen.findByRole("heading", { level: 1, name: "The clone" });
  expect(await title()).toBe("The clone");
});
