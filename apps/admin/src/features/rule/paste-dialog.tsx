import type { Subject } from "@cte-partnerships/domain/rule";
import { Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { readFactsText } from "./facts-text.ts";

interface Props {
  subject: Pick<Subject, "id" | "title">;
  isOpen: boolean;
  onClose: () => void;
  onFacts: (facts: unknown, on: string | undefined) => void;
}

/** Takes facts as the command line's file has them. What does not fit is told at its field, once it is in the form. */
export function PasteDialog({ subject, isOpen, onClose, onFacts }: Props) {
  const [text, setText] = useState("");
  const [failure, setFailure] = useState<string>();
  const close = () => {
    setFailure(undefined);
    onClose();
  };
  const take = () => {
    const read = readFactsText(text, subject);
    if (!read.ok) return setFailure(read.message);
    setText("");
    onFacts(read.facts, read.on);
    close();
  };
  return (
    <ConfirmDialog isOpen={isOpen} title="Paste facts" confirmLabel="Take these facts" failure={failure} onConfirm={take} onClose={close}>
      <Text size="sm">A file of the command line, or the facts alone. They take the place of what stands in the form.</Text>
      <Textarea
        label="JSON"
        autosize
        minRows={8}
        maxRows={18}
        ff="monospace"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
    </ConfirmDialog>
  );
}
