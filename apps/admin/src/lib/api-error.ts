import type { RefusalCode } from "@cte-partnerships/api/client";

export type { RefusalCode };

/** What is wrong with one field that was sent: `path` is dotted as in the form (`sessions.0.endsAt`). */
export interface FieldError {
  path: string;
  message: string;
}

/** The API refused, with a stable code and facts. Screens switch on the code and never on text. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly status: number;
  readonly code: RefusalCode;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldError[];
  readonly requestId: string | undefined;

  constructor(status: number, body: Record<string, unknown>) {
    const { code, errors, requestId, ...facts } = body;
    super(typeof code === "string" ? code : `HTTP ${status}`);
    this.status = status;
    this.code = (typeof code === "string" ? code : codeOf(status)) as RefusalCode;
    this.facts = facts;
    this.errors = Array.isArray(errors) ? (errors as FieldError[]) : [];
    this.requestId = typeof requestId === "string" ? requestId : undefined;
  }
}

/** No answer came: the line is down, or the server is. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

/** An answer without a problem body came from something in between: a proxy, a gateway, a router. */
function codeOf(status: number): RefusalCode {
  if (status === 401) return "unauthenticated";
  if (status === 403) return "forbidden";
  if (status === 404) return "not_found";
  if (status === 429) return "rate_limited";
  return status === 502 || status === 503 || status === 504 ? "unavailable" : "internal";
}

export const isProblem = (error: unknown, code?: RefusalCode): error is ApiProblem =>
  error instanceof ApiProblem && (code === undefined || error.code === code);

export const isSignedOut = (error: unknown): boolean => error instanceof ApiProblem && error.status === 401;

/** Worth trying again by itself: what a moment later may work. A limit of an hour or a day is none of it. */
export const isPassing = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof ApiProblem && (error.status >= 500 || error.code === "rate_limited"));
