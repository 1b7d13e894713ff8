import type { Agency } from "@cte-partnerships/domain";
import type { Context, Env } from "hono";
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Deps } from "../deps.ts";
import { problems, type Refusal } from "./problem.ts";
import { pagePolicy } from "./security-headers.ts";
import { style, styleHash } from "./style.ts";

export interface PageProps {
  title: string;
  description: string;
  /** The page's own address for search engines; absent: the page is not for them. */
  canonicalPath?: string;
  /** Shown in a frame on another site: without the site's own head and foot, and telling its height. */
  isEmbedded?: boolean;
  /** Something in the form is wrong: said at the start of the title, where a screen reader begins. */
  isError?: boolean;
  refreshAfterSeconds?: number;
  children?: Child;
}

type Look = Pick<Deps, "agency" | "config">;

/** A page of the public site. */
export const Page = ({ deps, ...page }: PageProps & { deps: Look }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>{`${page.isError ? "Error: " : ""}${page.title}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="description" content={page.description} />
      {page.canonicalPath === undefined ? (
        <meta name="robots" content="noindex" />
      ) : (
        <link rel="canonical" href={`${deps.config.publicOrigin}${page.canonicalPath}`} />
      )}
      {page.refreshAfterSeconds === undefined ? null : <meta http-equiv="refresh" content={String(page.refreshAfterSeconds)} />}
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <style>{raw(style)}</style>
      {page.isEmbedded ? <script src="/embed.js" defer></script> : null}
    </head>
    <body class={page.isEmbedded ? "framed" : undefined}>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      {page.isEmbedded ? null : <SiteHead agency={deps.agency} path={page.canonicalPath} />}
      <main id="main" class="wrap" tabindex={-1}>
        {page.children}
      </main>
      {page.isEmbedded ? null : <SiteFoot agency={deps.agency} />}
    </body>
  </html>
);

/** Where the head leads to. */
const places = [
  { path: "/events", title: "Events" },
  { path: "/get-involved", title: "Ways to get involved" },
];

const SiteHead = ({ agency, path }: { agency: Agency; path: string | undefined }) => (
  <header class="site">
    <div class="wrap">
      <a class="brand" href="/">
        <Mark />
        <span>
          {agency.office.title}
          <small>{agency.title}</small>
        </span>
      </a>
      <nav aria-label="Site">
        {places.map((place) => (
          <a href={place.path} aria-current={place.path === path ? "page" : undefined}>
            {place.title}
          </a>
        ))}
      </nav>
    </div>
  </header>
);

const SiteFoot = ({ agency }: { agency: Agency }) => (
  <footer class="foot">
    <div class="wrap">
      <p>
        {agency.office.title}, {agency.title}. Sign-ups are for adults; never tell us anything about a student.
      </p>
    </div>
  </footer>
);

/** Two circles that share a seat: a school and a partner. */
const Mark = () => (
  <svg width="36" height="36" viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="2.5" aria-hidden="true" focusable="false">
    <circle cx="12" cy="16" r="8.5" />
    <circle cx="20" cy="16" r="8.5" />
    <circle cx="16" cy="16" r="2.25" fill="currentColor" stroke="none" />
  </svg>
);

/** The page as text. Without the doctype browsers fall back to the rules of the nineties. */
export const html = (page: { toString(): string | Promise<string> }): string => `<!doctype html>${page}`;

export interface PageAnswer {
  status?: ContentfulStatusCode;
  headers?: Record<string, string>;
  /** It holds a secret in its address or somebody's data: nobody keeps it, tells its address on, lists it or frames it. */
  isSecret?: boolean;
}

/** Nobody keeps the answer, tells its address on or lists it. */
export const secretHeaders = { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex" };

/** Answers with a page, under the policy that pages have. */
export function answerPage<E extends Env>(
  c: Context<E>,
  deps: Look,
  page: { toString(): string | Promise<string> },
  { status = 200, headers = {}, isSecret }: PageAnswer = {},
): Response {
  return c.html(html(page), status, {
    "Content-Security-Policy": pagePolicy(styleHash, isSecret ? [] : deps.config.embedOrigins),
    "Cache-Control": "no-cache",
    ...(isSecret ? secretHeaders : {}),
    ...headers,
  });
}

/** Whether a page is asked for by a frame on another site. */
export const isEmbedded = (c: Context): boolean => c.req.query("embed") !== undefined;

/** A refusal as a page, also where it is framed: for whatever went wrong outside a form, which answers for itself. */
export function refusalPage(c: Context, deps: Look, { code }: Refusal): Response {
  const { status } = problems[code];
  const { heading, advice } = words(status);
  const framed = isEmbedded(c);
  const page = (
    <Page deps={deps} title={heading} description={heading} isEmbedded={framed}>
      <div class="card stack">
        <h1>{heading}</h1>
        <p class="lead">{advice}</p>
        <p class="quiet small">Reference: {c.get("requestId") as string}</p>
        <p class="actions">
          <a class="button" href="/events">
            See all events
          </a>
        </p>
      </div>
    </Page>
  );
  return answerPage(c, deps, page, { status, isSecret: !framed, headers: { ...secretHeaders, ...(status === 503 ? { "Retry-After": "2" } : {}) } });
}

function words(status: number): { heading: string; advice: string } {
  if (status === 404) return { heading: "Nothing is here", advice: "The address may be mistyped, or what it led to is no longer there." };
  if (status === 413) return { heading: "That was too much", advice: "What you sent is larger than any form here. Go back, shorten it and send it again." };
  if (status === 503)
    return {
      heading: "Please try again in a moment",
      advice: "We could not finish this right now. Go back and send it again: sending it twice never signs you up twice.",
    };
  if (status >= 500) return { heading: "Something went wrong on our side", advice: "It was not your fault. Try again in a few minutes." };
  return { heading: "This could not be read", advice: "Go back and try again." };
}
