import { ApiProblem, Unreachable } from "../api-error.ts";

/**
 * Every call that the console makes is in a file of its noun beside this one, which sends and answers by what is here. What is sent
 * is checked against the routes' types by the compiler.
 */
export const options = {
  // A change must say that the console sent it: no page elsewhere can.
  headers: { "x-requested-by": "console" },
  async fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    try {
      return await fetch(input, { credentials: "same-origin", ...init });
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") throw error;
      throw new Unreachable("no answer", { cause: error });
    }
  },
};
export const { origin } = location;

/** The part of an answer that is read here. */
type Answered = Pick<Response, "ok" | "status"> & { json(): Promise<unknown> };

export async function refused(response: Answered): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => ({}));
  return new ApiProblem(response.status, typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {});
}

export async function answer<Body>(sent: Promise<Answered>): Promise<Body> {
  const response = await sent;
  if (!response.ok) throw await refused(response);
  return (response.status === 204 ? undefined : await response.json()) as Body;
}

export const within = (signal: AbortSignal | undefined) => (signal ? { init: { signal } } : {});

/** A page that only follows what it shows does not keep the session of an unattended screen from running out. */
export const headersFor = (isFollowing: boolean) => ({ ...options.headers, ...(isFollowing ? { "x-following": "1" } : {}) });
