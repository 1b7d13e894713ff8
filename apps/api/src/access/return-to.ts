const lengthAtMost = 1000;

/**
 * Where somebody goes after signing in: an address within the console, on this origin. Absent for anything else, so that
 * a sign-in link can send nobody to another site: not by `//host`, `/\host`, a scheme, or a control character between.
 */
export function safeReturnTo(asked: string | undefined, consoleOrigin: string): string | undefined {
  if (asked === undefined || asked === "") return "/admin/";
  // Visible ASCII alone: a browser's own address bar encodes everything else.
  if (asked.length > lengthAtMost || !/^[!-~]+$/.test(asked) || asked.includes("\\")) return undefined;
  const url = URL.canParse(asked, consoleOrigin) ? new URL(asked, consoleOrigin) : undefined;
  if (!asked.startsWith("/admin") || !url || url.origin !== consoleOrigin) return undefined;
  // Looked at after the dots are resolved, as a browser would.
  if (!/^\/admin(?:\/|$)/.test(url.pathname) || url.pathname.includes("//")) return undefined;
  return url.pathname + url.search + url.hash;
}
