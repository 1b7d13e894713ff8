import type { QueryClient } from "@tanstack/react-query";
import { createRouter } from "@tanstack/react-router";
import { FailedPage, MissingPage, PendingPage } from "./features/access/whole-pages.tsx";
import { routeTree } from "./routeTree.gen.ts";

export function makeRouter(queryClient: QueryClient) {
  const router = createRouter({
    routeTree,
    basepath: "/admin",
    context: { queryClient },
    defaultPreload: "intent",
    // What a page needs is kept by the query cache, which knows how fresh it is.
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    // Another event is another page: a form, or a question that is asked, must not stay behind from the one before.
    defaultRemountDeps: ({ params }) => params,
    // At the first look there is nothing that could stay on the screen meanwhile.
    defaultPendingMs: 0,
    // Bones stand for what is not there yet, and hold nothing up that is.
    defaultPendingMinMs: 0,
    defaultPendingComponent: PendingPage,
    defaultErrorComponent: FailedPage,
    defaultNotFoundComponent: MissingPage,
  });
  const stop = router.subscribe("onResolved", () => {
    stop();
    router.options.defaultPendingMs = 150;
  });
  return router;
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
