import "@fontsource-variable/inter";
import "./ui/kit.css";
import "@mantine/notifications/styles.css";
import "./styles.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import * as z from "zod/mini";
import { ApiProblem, Unreachable } from "./lib/api-error.ts";
import { makeQueryClient } from "./lib/query-client.ts";
import { makeRouter } from "./router.tsx";
import { Look } from "./ui/look.tsx";

// The content policy forbids code made from text. Left to itself zod tries whether it may, and each try is reported as a breach.
z.config({ jitless: true });

const root = document.getElementById("root");
if (!root) throw new Error("the page has no root");

const queryClient = makeQueryClient();
const router = makeRouter(queryClient);
// The page's own parts come while it is still asked who is signed in, and not after that.
for (const { routeId } of router.matchRoutes(router.latestLocation))
  void router.loadRouteChunk(router.routesById[routeId as "__root__"])?.catch(() => undefined);

createRoot(root, {
  // What the API refused is shown on the page that it was asked for; only bugs are worth a line for developers.
  onCaughtError: (error) => {
    if (!(error instanceof ApiProblem || error instanceof Unreachable)) reportError(error);
  },
}).render(
  <StrictMode>
    <Look>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Look>
  </StrictMode>,
);
