import { createFileRoute } from "@tanstack/react-router";
import * as z from "zod/mini";
import { SignInPage } from "../features/access/sign-in-page.tsx";

export const Route = createFileRoute("/sign-in")({
  validateSearch: z.object({ returnTo: z.catch(z.optional(z.string()), undefined), reason: z.catch(z.optional(z.literal("signed_out")), undefined) }),
  component: SignInPage,
});
