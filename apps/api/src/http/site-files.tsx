import { Hono } from "hono";
import type { Deps } from "../deps.ts";
import { embedScript } from "./embed.ts";
import type { HttpEnv } from "./frame.ts";
import { answerPage, Page } from "./layout.tsx";
import { problems } from "./problem.ts";

/** Readable on light and on dark tabs: the mark in white on the accent. */
const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0a5a63"/><g fill="none" stroke="#fff" stroke-width="2.5"><circle cx="12.5" cy="16" r="6.5"/><circle cx="19.5" cy="16" r="6.5"/></g><circle cx="16" cy="16" r="2" fill="#fff"/></svg>`;

const aDay = "public, max-age=86400";

/** The few files that the public site has beside its pages. */
export function siteFiles(deps: Deps) {
  return (
    new Hono<HttpEnv>()
      .get("/favicon.svg", (c) => c.body(favicon, 200, { "Content-Type": "image/svg+xml", "Cache-Control": aDay }))
      .get("/favicon.ico", (c) => c.redirect("/favicon.svg", 301))
      // Pages with a secret in their address say `noindex` themselves, which only a robot that may fetch them can read.
      .get("/robots.txt", (c) => c.text("User-agent: *\nDisallow: /api/\n", 200, { "Cache-Control": aDay }))
      .get("/embed.js", (c) =>
        c.body(embedScript, 200, {
          "Content-Type": "text/javascript; charset=utf-8",
          "Cache-Control": "public, max-age=3600",
          "Cross-Origin-Resource-Policy": "cross-origin",
        }),
      )
      .get("/problems", (c) => answerPage(c, deps, <ProblemsPage deps={deps} />))
  );
}

/** Where the `type` of every problem leads. */
const ProblemsPage = ({ deps }: { deps: Deps }) => (
  <Page
    deps={deps}
    title={`What the API refuses – ${deps.agency.office.title}`}
    description="Every code that the API refuses a request with, and its HTTP status."
    canonicalPath="/problems"
  >
    <div class="stack">
      <h1>What the API refuses</h1>
      <p class="lead">
        A refusal is <code>application/problem+json</code> (RFC 9457). Its <code>code</code> is stable: switch on it.
      </p>
    </div>
    <ul>
      {Object.entries(problems).map(([code, { status, title }]) => (
        <li id={code} class="row">
          <div class="date">
            <b>{status}</b>
          </div>
          <div>
            <h2>
              <code>{code}</code>
            </h2>
            <p class="quiet">{title}</p>
          </div>
        </li>
      ))}
    </ul>
  </Page>
);
