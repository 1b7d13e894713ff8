import type { Context } from "hono";
import { html, raw } from "hono/html";
import type { Refusal } from "../http/problem.ts";
import { hashOf, pagePolicy } from "../http/security-headers.ts";

const style =
  ":root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}body{margin:0 auto;max-width:34rem;padding:2rem 1rem}h1{font-size:1.5rem;line-height:1.25}" +
  "a{display:inline-block;min-height:44px;line-height:44px}a:focus-visible{outline:3px solid Highlight;outline-offset:2px}";
const policy = pagePolicy(hashOf(style));

interface Page {
  title: string;
  text: string;
  link: { href: string; label: string };
}

/** A sign-in that did not come to its end: said in a sentence, with the way on. */
export const refusedPage: Page = {
  title: "Sign-in did not work",
  text: "It may have been left open for more than ten minutes, been used once already, or been stopped. Nothing has changed.",
  link: { href: "/auth/sign-in", label: "Sign in again" },
};

export const providerGonePage: Page = {
  title: "Sign-in is not available right now",
  text: "The service that says who you are does not answer. Sign-up forms and whoever is signed in already are not affected.",
  link: { href: "/auth/sign-in", label: "Try again" },
};

export const consoleNotKnownPage: Page = {
  title: "Nobody can sign in right now",
  text: "The service that says who you are no longer takes the console's secret: whoever runs the console has to set a new one, and has been told. Sign-up forms and whoever is signed in already are not affected.",
  link: { href: "/auth/sign-in", label: "Try again" },
};

export const badAddressPage: Page = {
  title: "This link leads out of the console",
  text: "After signing in, only pages of the console can be shown.",
  link: { href: "/auth/sign-in", label: "Sign in to the console" },
};

const notNowPage: Page = {
  title: "Please try again in a moment",
  text: "We could not finish this right now. Nothing has changed.",
  link: { href: "/auth/sign-in", label: "Sign in again" },
};

const nothingHerePage: Page = { title: "Nothing is here", text: "The address may be mistyped.", link: { href: "/auth/sign-in", label: "Sign in" } };

/** Whatever else goes wrong where a browser was led to: never told as JSON. */
export function answerRefusal(c: Context, { code }: Refusal): Promise<Response> {
  if (code === "not_found") return answerPage(c, 404, nothingHerePage);
  return answerPage(c, code === "unavailable" ? 503 : 500, notNowPage);
}

export async function answerPage(c: Context, status: 400 | 404 | 500 | 503, { title, text, link }: Page): Promise<Response> {
  const body = await html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${raw(style)}</style></head>
<body><main><h1>${title}</h1><p>${text}</p><p><a href="${link.href}">${link.label}</a></p></main></body>
</html>`;
  return c.html(body, status, {
    "Content-Security-Policy": policy,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    ...(status === 503 ? { "Retry-After": "5" } : {}),
  });
}
