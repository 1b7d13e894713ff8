import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { act, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { meQuery } from "../src/lib/me.ts";
import { makeQueryClient } from "../src/lib/query-client.ts";
import { Look } from "../src/ui/look.tsx";
import { sampleMe } from "./sample-event.ts";

/** Shows something of the console with somebody signed in, and a router of its own around it. */
export async function renderConsole(children: ReactNode) {
  const queryClient = makeQueryClient();
  queryClient.setQueryData(meQuery.queryKey, sampleMe);
  const router = createRouter({ routeTree: createRootRoute({ component: () => children }), history: createMemoryHistory({ initialEntries: ["/"] }) });
  await router.load();
  const shown = render(
    <Look>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </Look>,
  );
  await act(async () => {});
  return shown;
}
