import { Modal } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import type { Roster } from "../../lib/api/roster.ts";
import { PasteColumns } from "./paste-columns.tsx";
import { PasteRows } from "./paste-rows.tsx";
import { PasteText } from "./paste-text.tsx";
import { looksLikeAddresses } from "./pasted-cells.ts";
import { columnsIn, type PastedColumns, recordsOf, rowsAtMost, rowsFrom } from "./pasted-columns.ts";
import type { PastedRow } from "./pasted-people.ts";
import { usePastedRows } from "./use-pasted-rows.ts";

/** What was taken from columns: while nothing of it was mended, they can still be changed. */
interface Taken {
  text: string;
  columns: PastedColumns;
  before: readonly PastedRow[];
  after: readonly PastedRow[];
}

/**
 * Adds a list of people in three steps: it is pasted, each of its columns is said to be something, and its rows are looked through,
 * mended, and taken in by the one path to a seat.
 */
export function PasteDialog({ roster, isOpen, onClose }: { roster: Roster; isOpen: boolean; onClose: () => void }) {
  const { event, session } = roster;
  const questions = useMemo(() => event.questions.filter(({ isRetired }) => !isRetired), [event.questions]);
  const hasParties = session.partySizeLimit > 1;
  const [step, setStep] = useState<"text" | "columns" | "rows">("text");
  const [text, setText] = useState("");
  const [fault, setFault] = useState<string>();
  const [columns, setColumns] = useState<PastedColumns | undefined>(undefined);
  const [taken, setTaken] = useState<Taken | undefined>(undefined);
  const [leftOver, setLeftOver] = useState(0);
  const [goneOn, setGoneOn] = useState(0);
  const list = usePastedRows({
    roster,
    questions,
    isForeseen: isOpen,
    onAdded: (isAll) => {
      if (!isAll) return setGoneOn((times) => times + 1);
      setStep("text");
      onClose();
    },
  });
  const { rows, setRows, dropped } = list;
  // Asks once more before the window is closed over what is not added yet.
  const isHolding = rows.length > 0 || text !== "";
  useEffect(() => {
    if (!isHolding) return;
    const ask = (leaving: BeforeUnloadEvent) => leaving.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isHolding]);

  const read = () => {
    const found = columnsIn(text, { questions, hasParties });
    if (recordsOf(found).length === 0) return setFault("No person was found in this. Paste lines with a name and an e-mail address.");
    setFault(undefined);
    // Out of a mail's address fields there is nothing that could be anything else.
    if (looksLikeAddresses(text)) return take(found, false);
    setColumns(found);
    setStep("columns");
  };
  const take = (from: PastedColumns, canChange: boolean) => {
    const room = Math.max(0, rowsAtMost - rows.length);
    const after = [...rows, ...rowsFrom(from, () => crypto.randomUUID(), room)];
    setTaken(canChange ? { text, columns: from, before: rows, after } : undefined);
    setRows(after);
    setLeftOver(Math.max(0, recordsOf(from).length - room));
    setText("");
    setStep("rows");
    setGoneOn((times) => times + 1);
  };
  const changeColumns = () => {
    if (!taken) return;
    setRows(taken.before);
    setColumns(taken.columns);
    setText(taken.text);
    setStep("columns");
  };
  const isAtRows = step === "rows" && (rows.length > 0 || dropped.length > 0);
  return (
    <Modal opened={isOpen} onClose={onClose} title="Add a pasted list" size={isAtRows ? "75rem" : "lg"} closeOnClickOutside={false}>
      {isAtRows ? (
        <PasteRows
          roster={roster}
          questions={questions}
          list={list}
          leftOver={leftOver}
          goneOn={goneOn}
          onMore={() => setStep("text")}
          onColumns={taken?.after === rows ? changeColumns : undefined}
          onBack={onClose}
        />
      ) : step === "columns" && columns ? (
        <PasteColumns
          columns={columns}
          questions={questions}
          hasParties={hasParties}
          onChange={setColumns}
          onTake={() => take(columns, true)}
          onBack={() => setStep("text")}
        />
      ) : (
        <PasteText text={text} fault={fault} onChange={setText} onRead={read} onBack={rows.length > 0 ? () => setStep("rows") : onClose} />
      )}
    </Modal>
  );
}
