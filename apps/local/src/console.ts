import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** What the console's pages may load and do: everything from here, and nothing from elsewhere. Its kit writes style attributes. */
const policy = [
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

const headers = {
  "content-security-policy": policy,
  "strict-transport-security": "max-age=31536000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "x-robots-tag": "noindex",
};

const types: ReadonlyMap<string, string> = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".json", "application/json"],
  [".map", "application/json"],
  [".svg", "image/svg+xml"],
  [".png", "image/png"],
  [".ico", "image/x-icon"],
  [".webmanifest", "application/manifest+json"],
  [".woff2", "font/woff2"],
  [".txt", "text/plain; charset=utf-8"],
]);

interface File {
  changedAt: number;
  type: string;
  tag: string;
  body: Buffer<ArrayBuffer>;
  packed: Partial<Record<"br" | "gzip", Buffer<ArrayBuffer>>>;
}

/**
 * Serves the built console under `/admin` as the edge does in AWS: files named by their content for a year, the page
 * itself asked for anew each time, and every other path below it answered with the page, whose router knows the rest.
 */
export function serveConsole(folder: string): (request: Request) => Promise<Response> {
  const files = new Map<string, File>();
  return async (request) => {
    if (request.method !== "GET" && request.method !== "HEAD") return new Response(null, { status: 405, headers: { allow: "GET, HEAD" } });
    const path = decoded(new URL(request.url).pathname.replace(/^\/admin\/?/, ""));
    const file = (path && (await find(folder, path, files))) || undefined;
    // A missing script must not be answered by a page: the browser would run HTML.
    if (!file && (path === undefined || path.startsWith("assets/"))) return new Response("Not found", { status: 404, headers });
    const found = file ?? (await find(folder, "index.html", files));
    if (!found) return new Response("The console is not built: run npm start.", { status: 503, headers: { ...headers, "retry-after": "5" } });
    return answer(request, found, path?.startsWith("assets/") ?? false);
  };
}

const decoded = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
};

async function find(folder: string, path: string, files: Map<string, File>): Promise<File | undefined> {
  const known = files.get(path);
  // Only what the folder lists is served, so no path leads out of it. What was listed once is not looked for again.
  if (!known && !(await readdir(folder, { recursive: true }).catch((): string[] => [])).includes(path)) return undefined;
  const found = await stat(join(folder, path)).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  const { mtimeMs } = found;
  if (known && known.changedAt === mtimeMs) return known;
  const body = Buffer.from(await readFile(join(folder, path)));
  const file: File = {
    changedAt: mtimeMs,
    type: types.get(extname(path)) ?? "application/octet-stream",
    tag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
    body,
    packed: {},
  };
  files.set(path, file);
  return file;
}

const packers = {
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
} as const;

async function answer(request: Request, file: File, isNamedByContent: boolean): Promise<Response> {
  const answered = new Headers(headers);
  answered.set("content-type", file.type);
  answered.set("etag", file.tag);
  answered.set("cache-control", isNamedByContent ? "public, max-age=31536000, immutable" : "no-cache");
  answered.set("vary", "accept-encoding");
  if (request.headers.get("if-none-match") === file.tag) return new Response(null, { status: 304, headers: answered });
  const accepted = request.headers.get("accept-encoding") ?? "";
  const encoding =
    /text|javascript|json|svg/.test(file.type) && file.body.length > 1024 ? (["br", "gzip"] as const).find((name) => accepted.includes(name)) : undefined;
  const body = encoding ? await packed(file, encoding) : file.body;
  if (encoding) answered.set("content-encoding", encoding);
  answered.set("content-length", String(body.length));
  return new Response(request.method === "HEAD" ? null : body, { headers: answered });
}

async function packed(file: File, encoding: "br" | "gzip"): Promise<Buffer<ArrayBuffer>> {
  const known = file.packed[encoding] ?? Buffer.from(await packers[encoding](file.body));
  file.packed[encoding] = known;
  return known;
}
