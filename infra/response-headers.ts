/**
 * Headers of every answer of the edge. What the functions say themselves stands; these are for files, and a net below the rest.
 */

/** What the console's pages may load and do. The same on one machine: apps/local/src/console.ts. */
const consolePolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-src 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** An answer without a policy of its own does nothing. */
const nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const headersPolicy = (name: string, contentSecurityPolicy: string, more: Record<string, string>) =>
  new aws.cloudfront.ResponseHeadersPolicy(name, {
    name: `${$app.name}-${$app.stage}-${name}`,
    securityHeadersConfig: {
      strictTransportSecurity: { accessControlMaxAgeSec: 31_536_000, includeSubdomains: true, override: true },
      contentTypeOptions: { override: true },
      contentSecurityPolicy: { contentSecurityPolicy, override: false },
      referrerPolicy: { referrerPolicy: "strict-origin-when-cross-origin", override: false },
    },
    customHeadersConfig: {
      items: Object.entries({
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
        ...more,
      }).map(([header, value]) => ({ header, value, override: false })),
    },
  });

export const publicHeaders = headersPolicy("PublicHeaders", nothing, {});
export const consoleHeaders = headersPolicy("ConsoleHeaders", consolePolicy, { "X-Robots-Tag": "noindex" });
