/**
 * Idempotency keys for a form: the same content sent again, after an answer that was lost, bears the same key and happens
 * once; other content is another request.
 */
export function onceKeys(newKey: () => string = () => crypto.randomUUID()) {
  let sent: { content: string; key: string } | undefined;
  return {
    keyFor(input: unknown): string {
      const content = JSON.stringify(input);
      if (sent?.content !== content) sent = { content, key: newKey() };
      return sent.key;
    },
    /** What was asked for is done: the same content is meant anew from now on. */
    forget() {
      sent = undefined;
    },
  };
}
