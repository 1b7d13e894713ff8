import { createFileRoute, redirect } from "@tanstack/react-router";
import { ConsoleFrame } from "../features/access/console-frame.tsx";
import { FailedConsole } from "../features/access/whole-pages.tsx";
import { isSignedOut } from "../lib/api-error.ts";
import { meQuery } from "../lib/me.ts";

export const Route = createFileRoute("/_console")({
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(meQuery);
    } catch (error) {
      if (isSignedOut(error)) throw redirect({ to: "/sign-in", search: { returnTo: location.href } });
      throw error;
    }
  },
  component: ConsoleFrame,
  errorComponent: FailedConsole,
});
