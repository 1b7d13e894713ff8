import { useMutation } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";

/** Ends this session, or all of one's sessions, and leaves by a whole page load: nothing that was shown stays in memory. */
export const useSignOut = () =>
  useMutation({
    mutationFn: (from: "here" | "everywhere") => (from === "here" ? api.session.signOut() : api.session.signOutEverywhere()),
    onSuccess: () => location.assign("/admin/sign-in?reason=signed_out"),
  });
