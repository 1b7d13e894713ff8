import { createHash } from "node:crypto";

/** On every answer. Pages replace the content security policy by their own (`pagePolicy`). */
export const securityHeaders: readonly (readonly [string, string])[] = [
  ["Strict-Transport-Security", "max-age=31536000; includeSubDomains"],
  ["Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"],
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "strict-origin-when-cross-origin"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"],
];

/** How a policy names one inline block of text that may stand in a page. */
export const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * What a public page may load and do: its own one stylesheet by hash, its own images and script files, forms to itself.
 * @param framedBy origins that may show it in a frame; nobody where empty
 */
export const pagePolicy = (styleHash: string, framedBy: readonly string[] = []): string =>
  [
    "default-src 'none'",
    `style-src ${styleHash}`,
    "img-src 'self'",
    "script-src 'self'",
    // Tools that look at a page fetch its robots.txt from within it.
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy.length > 0 ? framedBy.join(" ") : "'none'"}`,
  ].join("; ");
