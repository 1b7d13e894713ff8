import type { Context, MiddlewareHandler } from "hono";
import type { Refusal } from "./problem.ts";

/**
 * Reads the body up to a limit, before anything parses it. Where its length was told, HTTP itself lets no more through, and
 * Lambda hands it over whole: it is read at once. A body in chunks is counted as it comes.
 */
export function limitBody(maxBytes: number, answer: (c: Context, refusal: Refusal) => Response | Promise<Response>): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return next();
    const tooLarge = () => answer(c, { code: "body_too_large", maxBytes });
    const told = c.req.header("transfer-encoding") === undefined ? c.req.header("content-length") : undefined;
    if (Number(told ?? 0) > maxBytes) return tooLarge();
    const body = told !== undefined ? await c.req.raw.arrayBuffer() : c.req.raw.body && (await readUpTo(maxBytes, c.req.raw.body))?.buffer;
    if (body === undefined || (body && body.byteLength > maxBytes)) return tooLarge();
    // Hono's own readers (json, text, parseBody) find the body here instead of in the stream, which is now spent.
    if (body) c.req.bodyCache.arrayBuffer = Promise.resolve(body) as unknown as ArrayBuffer;
    return next();
  };
}

async function readUpTo(maxBytes: number, stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > maxBytes) {
      reader.cancel().catch(() => undefined);
      return undefined;
    }
    chunks.push(value);
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}
