import { useMutation } from "@tanstack/react-query";
import { sessionApi } from "../../lib/api/session.ts";

/** Ends this session, or all of one's sessions, and leaves by a whole page load: nothing that was shown stays in memory. */
export const useSignOut = () =>
  useMutation({
    mutationFn: (from: "here" | "everywhere") => (from === "here" ? sessionApi.signOut() : sessionApi.signOutEverywhere()),
    onSuccess: () => location.assign("/admin/sign-in?reason=signed_out"),
  });
