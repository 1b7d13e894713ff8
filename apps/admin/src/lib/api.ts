import { ApiProblem, Unreachable } from "./api-error.ts";
import type { Me } from "../../../api/src/access/contract.ts";
import type { EventDetail, EventList, EventListQuery, EventRow, EventStatus, PublishFault, SeatCounts } from "../../../api/src/event/contract.ts";
import type { Roster, RosterRow, SignUpState } from "../../../api/src/sign-up/contract.ts";
import type { RefusalCode } from "../../../api/src/http/problem.ts";
import type { EventInput, SignUpInput } from "@cte-partnerships/domain";
import type * as z from "zod";

export type { EventDetail, EventList, EventListQuery, EventRow, EventStatus, Me, PublishFault, RefusalCode, Roster, RosterRow, SeatCounts, SignUpState };

/** What the office may be told after it added somebody. */
export interface Added {
  state: string;
  place?: number;
}

/** A body with the mark by which the API tells that it knows it: sent back, it is answered 304 while nothing changed. */
export interface Marked<Body> {
  body: Body;
  etag: string | undefined;
}

const root = "/api/admin";

async function send(path: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(`${root}${path}`, { credentials: "same-origin", ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Unreachable("no answer", { cause: error });
  }
}

async function refused(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => ({}));
  return new ApiProblem(response.status, typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {});
}

async function answer<Body>(response: Response): Promise<Body> {
  if (!response.ok) throw await refused(response);
  return (response.status === 204 ? undefined : await response.json()) as Body;
}

const get = async <Body>(path: string, signal?: AbortSignal): Promise<Body> => answer<Body>(await send(path, signal ? { signal } : {}));

const write = async <Body>(method: "POST" | "PUT" | "DELETE", path: string, body: unknown, headers: Record<string, string> = {}): Promise<Body> =>
  answer<Body>(await send(path, { method, body: JSON.stringify(body), headers: { "content-type": "application/json", "x-requested-by": "console", ...headers } }));

const post = <Body>(path: string, body: unknown, headers?: Record<string, string>) => write<Body>("POST", path, body, headers);

const searchOf = (query: Record<string, string | undefined>): string => {
  const search = new URLSearchParams(Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ""));
  return search.size > 0 ? `?${search}` : "";
};

/** Every call that the console makes, by noun. Answers are typed by the API's own contracts. */
export const api = {
  me: (signal?: AbortSignal) => get<Me>("/me", signal),
  events: {
    list: (query: EventListQuery, signal?: AbortSignal) => get<EventList>(`/events${searchOf(query)}`, signal),
    get: (eventId: string, signal?: AbortSignal) => get<EventDetail>(`/events/${eventId}`, signal),
    make: (event: z.input<typeof EventInput>, idempotencyKey: string) => post<EventDetail>("/events", event, { "idempotency-key": idempotencyKey }),
    save: (eventId: string, version: number, event: z.input<typeof EventInput>) => write<EventDetail>("PUT", `/events/${eventId}`, { version, event }),
    remove: (eventId: string, version: number) => write<void>("DELETE", `/events/${eventId}`, { version }),
    publish: (eventId: string, version: number) => post<EventDetail>(`/events/${eventId}/publish`, { version }),
    close: (eventId: string, version: number) => post<EventDetail>(`/events/${eventId}/close`, { version }),
    reopen: (eventId: string, version: number) => post<EventDetail>(`/events/${eventId}/reopen`, { version }),
    cancel: (eventId: string, version: number, reason: string) => post<EventDetail>(`/events/${eventId}/cancel`, { version, reason }),
    cancelSession: (eventId: string, sessionId: string, version: number, reason: string) =>
      post<EventDetail>(`/events/${eventId}/sessions/${sessionId}/cancel`, { version, reason }),
    previewAddress: (eventId: string) => `${root}/events/${eventId}/preview`,
  },
  roster: {
    /** The roster as it stands; what is known already is not sent again. */
    async get(sessionId: string, known: Marked<Roster> | undefined, signal?: AbortSignal): Promise<Marked<Roster>> {
      const response = await send(`/sessions/${sessionId}/roster`, {
        ...(signal ? { signal } : {}),
        headers: known?.etag ? { "if-none-match": known.etag } : {},
      });
      if (response.status === 304 && known) return known;
      return { body: await answer<Roster>(response), etag: response.headers.get("etag") ?? undefined };
    },
    add: (sessionId: string, input: z.input<typeof SignUpInput>, idempotencyKey: string) =>
      post<Added>(`/sessions/${sessionId}/sign-ups`, input, { "idempotency-key": idempotencyKey }),
    changeCapacity: (sessionId: string, version: number, capacity: number) => post<unknown>(`/sessions/${sessionId}/capacity`, { version, capacity }),
    approve: (sessionId: string, signUpId: string, version: number) => post<unknown>(`/sessions/${sessionId}/sign-ups/${signUpId}/approve`, { version }),
    decline: (sessionId: string, signUpId: string, version: number, reason?: string) =>
      post<unknown>(`/sessions/${sessionId}/sign-ups/${signUpId}/decline`, { version, ...(reason ? { reason } : {}) }),
    withdraw: (sessionId: string, signUpId: string, version: number) => post<unknown>(`/sessions/${sessionId}/sign-ups/${signUpId}/withdraw`, { version }),
  },
  session: {
    signOut: () => leave("/auth/sign-out"),
    signOutEverywhere: () => leave("/auth/sign-out-everywhere"),
    signInAddress: (returnTo: string) => `/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`,
  },
};

async function leave(path: string): Promise<void> {
  const response = await fetch(path, { method: "POST", credentials: "same-origin", headers: { "x-requested-by": "console" } }).catch((cause: unknown) => {
    throw new Unreachable("no answer", { cause });
  });
  // Already signed out is what was asked for.
  if (!response.ok && response.status !== 401) throw await refused(response);
}
