/** One part's state: `"ok"`, or in a word why not. */
export type PartState = "ok" | "off" | (string & {});

export interface Health {
  ok: boolean;
  parts: Record<string, PartState>;
  /** Changes and mails that were given up, and wait for somebody to look at them. */
  deadLetters: number;
}

export interface HealthParts {
  /** Each part's own look at itself. Slow ones are cut off. */
  parts: Record<string, () => PartState | Promise<PartState>>;
  deadLetters(): number | Promise<number>;
}

const patience = 600;
const keptFor = 250;

/** Asks every part at once and answers well within a second, whoever hangs. Asked often, it asks the parts no oftener than four times a second. */
export function makeHealth({ parts, deadLetters }: HealthParts): () => Promise<Health> {
  let kept: { until: number; health: Promise<Health> } | undefined;
  let lastDeadLetters = 0;
  const look = async (): Promise<Health> => {
    const states = Promise.all(
      Object.entries(parts).map(async ([name, ask]) => [name, await within(patience, async () => ask(), "silent").catch(() => "failing")] as const),
    );
    const dead = within(patience, async () => deadLetters(), lastDeadLetters).catch(() => lastDeadLetters);
    const found = Object.fromEntries(await states);
    lastDeadLetters = await dead;
    return { ok: Object.values(found).every((state) => state === "ok" || state === "off"), parts: found, deadLetters: lastDeadLetters };
  };
  return () => {
    const now = performance.now();
    if (!kept || now >= kept.until) {
      const health = look();
      kept = { until: Number.POSITIVE_INFINITY, health };
      void health.then(() => {
        if (kept?.health === health) kept.until = performance.now() + keptFor;
      });
    }
    return kept.health;
  };
}

async function within<Value>(milliseconds: number, ask: () => Promise<Value>, otherwise: Value): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Value>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), milliseconds);
  });
  return Promise.race([ask(), late]).finally(() => clearTimeout(timer));
}

/** Whether something answers at this address with 200. */
export const answersAt = (address: string): Promise<PartState> =>
  fetch(address, { signal: AbortSignal.timeout(patience), headers: { connection: "close" } }).then(
    async (response) => {
      await response.body?.cancel();
      return response.ok ? "ok" : "failing";
    },
    () => "unreachable",
  );
