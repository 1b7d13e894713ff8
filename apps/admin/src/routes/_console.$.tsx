import { createFileRoute, notFound } from "@tanstack/react-router";

/** Whatever else is asked for: told within the frame, so that the way on is at hand. */
export const Route = createFileRoute("/_console/$")({
  beforeLoad: () => {
    throw notFound();
  },
});
