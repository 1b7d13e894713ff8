import type { Subject } from "@cte-partnerships/domain/rule";
import { useDebouncedCallback } from "@mantine/hooks";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Field, Path } from "../../lib/schema-field.ts";
import { checkFacts } from "./check-facts.ts";
import { type Draft, draftOf, rawFactsOf, withoutRow, withValueAt } from "./draft.ts";
import { factsFromHash, factsToHash } from "./facts-text.ts";

/**
 * The facts of a form. They live in the part of the address behind the `#`, which no server is sent: a link with them can be kept and
 * handed on, and a page that is loaded again still has them.
 */
export function useFacts(subject: Subject, form: Field, hash: string, onHash: (hash: string) => void) {
  const read = (from: string) => draftOf(form, factsFromHash(from));
  const [draft, setDraft] = useState<Draft>(() => read(hash));
  const sent = useRef(hash);
  const send = useDebouncedCallback((next: Draft) => {
    sent.current = factsToHash(rawFactsOf(form, next));
    onHash(sent.current);
  }, 250);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what comes from the address by another way is read again
  useEffect(() => {
    if (hash === sent.current) return;
    sent.current = hash;
    setDraft(read(hash));
  }, [hash]);
  const put = (next: Draft) => {
    setDraft(next);
    send(next);
  };
  const checked = useMemo(() => checkFacts(subject, rawFactsOf(form, draft)), [subject, form, draft]);
  return {
    draft,
    ...checked,
    change: (path: Path, value: Draft) => put(withValueAt(draft, path, value)),
    remove: (path: Path) => put(withoutRow(draft, path)),
    /** Puts other facts in the place of all. */
    load: (facts: unknown) => put(draftOf(form, facts)),
  };
}
