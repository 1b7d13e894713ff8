import type { SignUpInput } from "@cte-partnerships/domain";
import { useEffect, useRef, useState } from "react";
import { type AddedMany, rosterApi } from "../../lib/api/roster.ts";

export type Outcome = AddedMany["outcomes"][number];

/** A row that could be sent as it stands, with the key under which it would be. */
export interface Ready {
  id: string;
  key: string;
  input: SignUpInput;
}

/** So many does one request take. */
export const perRequest = 50;
const restsMilliseconds = 400;

/**
 * What would become of each row by what stands at the server: asked when typing rests, and only for what was not asked before.
 * Where no answer comes nothing is foreseen, and nothing is lost: adding says it then.
 */
export function useForeseen(sessionId: string, ready: readonly Ready[]): (row: Ready) => Outcome | undefined {
  const [known, setKnown] = useState<ReadonlyMap<string, Outcome>>(new Map());
  // A row's key stands for its content: other content has another.
  const unknown = ready.filter(({ key }) => !known.has(key));
  const latest = useRef(unknown);
  latest.current = unknown;
  const asked = unknown.map(({ key }) => key).join(" ");
  useEffect(() => {
    if (asked === "") return;
    const stopped = new AbortController();
    const rest = setTimeout(async () => {
      const rows = latest.current;
      for (let from = 0; from < rows.length; from += perRequest) {
        const some = rows.slice(from, from + perRequest);
        const sent = some.map(({ key, input }) => ({ key, input }));
        const answer = await rosterApi.previewAddMany(sessionId, sent, stopped.signal).catch(() => undefined);
        if (!answer || stopped.signal.aborted) return;
        setKnown(
          (before) => new Map([...before, ...some.flatMap(({ key }, index) => (answer.outcomes[index] ? [[key, answer.outcomes[index]] as const] : []))]),
        );
      }
    }, restsMilliseconds);
    return () => {
      clearTimeout(rest);
      // What was asked of a chunk that is still on its way is asked again with the rest.
      stopped.abort();
    };
  }, [asked, sessionId]);
  return ({ key }) => known.get(key);
}
