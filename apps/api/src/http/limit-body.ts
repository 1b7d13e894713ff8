import type { Context, MiddlewareHandler } from "hono";
import type { Refusal } from "./problem.ts";

/**
 * Reads the body up to a limit, before anything parses it. The bytes are counted as they come, so that a body in chunks
 * or one with a false length is stopped as well.
 */
export function limitBody(maxBytes: number, answer: (c: Context, refusal: Refusal) => Response | Promise<Response>): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD" || !c.req.raw.body) return next();
    const tooLarge = () => answer(c, { code: "body_too_large", maxBytes });
    if (Number(c.req.header("content-length") ?? 0) > maxBytes) return tooLarge();
    const body = await readUpTo(maxBytes, c.req.raw.body);
    if (!body) return tooLarge();
    // Hono's own readers (json, text, parseBody) find the body here instead of in the stream, which is now spent.
    c.req.bodyCache.arrayBuffer = Promise.resolve(body.buffer) as unknown as ArrayBuffer;
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
