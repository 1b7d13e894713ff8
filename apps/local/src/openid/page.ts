import { createHash } from "node:crypto";
import { html, raw } from "hono/html";
import { people } from "./people.ts";

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 34rem; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
ul { list-style: none; margin: 1.5rem 0; padding: 0; display: grid; gap: .75rem; }
button { width: 100%; min-height: 44px; padding: .75rem 1rem; text-align: start; font: inherit; cursor: pointer;
  color: CanvasText; background: Canvas; border: 1px solid GrayText; border-radius: .5rem; }
button:hover { border-color: CanvasText; }
button:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
strong { display: block; }
`;

/** What the page may do: be styled by its own one block, and send its forms to where the answer leads in the end. */
export const policy = (consoleOrigin: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
    // Browsers hold a form to this list through every redirect that follows it.
    `form-action 'self' ${consoleOrigin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

const page = (title: string, body: ReturnType<typeof html>) => html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${raw(style)}</style></head>
<body><main>${body}</main></body>
</html>`;

/** The five to choose from. Choosing is all there is: no password guards what is invented. */
export const choicePage = (action: string) =>
  page(
    "Choose who signs in",
    html`<h1>Choose who signs in</h1>
<p>This machine's own sign-in, for demonstration. The people are invented, and no password is asked.</p>
<form method="post" action="${action}">
<ul>${people.map((person) => html`<li><button name="subject" value="${person.subject}"><strong>${person.name}</strong> ${person.title}</button></li>`)}</ul>
</form>`,
  );

export const faultPage = (consoleOrigin: string) =>
  page(
    "Sign-in did not work",
    html`<h1>Sign-in did not work</h1>
<p>It may have been left open too long, or this machine was started anew meanwhile. <a href="${consoleOrigin}/admin">Begin again at the console</a>.</p>`,
  );
