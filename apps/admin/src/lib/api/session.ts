import { accessClient, type Me } from "@cte-partnerships/api/client";
import { answer, options, origin, refused, within } from "./answer.ts";

export type { Me };

const access = accessClient(origin, options);

/** Who is signed in, and their session in this browser. */
export const sessionApi = {
  me: (signal?: AbortSignal) => answer<Me>(access.me.$get({}, within(signal))),
  signOut: () => leave("/auth/sign-out"),
  signOutEverywhere: () => leave("/auth/sign-out-everywhere"),
  signInAddress: (returnTo: string) => `/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`,
};

async function leave(path: string): Promise<void> {
  const response = await options.fetch(path, { method: "POST", headers: options.headers });
  // Already signed out is what was asked for.
  if (!response.ok && response.status !== 401) throw await refused(response);
}
