import type { Health } from "./health.ts";

/** Answers one request; what the server hands over beside it is passed on. */
export type Answer = (request: Request, env: object) => Response | Promise<Response>;

export interface FrontParts {
  /** Where people are told to go. Set once the port is known. */
  origin(): string;
  publicApp: Answer;
  adminApp: Answer;
  console: (request: Request) => Promise<Response>;
  health(): Promise<Health>;
  /** Whether the table is there: before that nothing can be answered truly. */
  isReady(): boolean;
}

/** One origin for everything, as the edge makes it in AWS: each path goes to the part that answers it. */
export function makeFront(parts: FrontParts): Answer {
  return (request, env) => {
    const { pathname, host, search } = new URL(request.url);
    const at = (...prefixes: string[]) => prefixes.some((prefix) => pathname === prefix || pathname.startsWith(`${prefix}/`));
    if (pathname === "/healthz") return answerHealth(parts);
    const isConsole = at("/admin");
    const isOffice = at("/auth", "/api/admin");
    // Cookies of the console belong to one name of this machine; whoever came by the other one is sent there.
    const origin = parts.origin();
    if (
      (isConsole || at("/auth")) &&
      (request.method === "GET" || request.method === "HEAD") &&
      host === new URL(origin).host.replace("127.0.0.1", "localhost")
    ) {
      return Response.redirect(`${origin}${pathname}${search}`, 307);
    }
    if (isConsole) return parts.console(request);
    if (!parts.isReady()) return new Response("This is starting: try again in a moment.\n", { status: 503, headers: { "retry-after": "2" } });
    return isOffice ? parts.adminApp(request, env) : parts.publicApp(request, env);
  };
}

async function answerHealth({ health }: FrontParts): Promise<Response> {
  const found = await health();
  return Response.json(found, { status: found.ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
