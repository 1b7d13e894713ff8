import { Button, Paper, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { useCommands } from "../../lib/commands.ts";
import { type Undoable, useUndoables } from "../../lib/undo.ts";
import { Keys } from "../../ui/keys.tsx";
import classes from "./undo-bar.module.css";

/** What can still be taken back, the latest last; `z` takes that one back. */
export function UndoBar() {
  const undoables = useUndoables();
  const latest = undoables.at(-1);
  useCommands(latest ? [{ id: "undo", title: `Undo: ${latest.says}`, keys: "z", words: "take back", run: latest.undo }] : []);
  return (
    <div className={classes.bar}>
      {undoables.map((undoable) => (
        <Row key={undoable.id} undoable={undoable} isLatest={undoable === latest} />
      ))}
    </div>
  );
}

function Row({ undoable: { says, until, undo, now }, isLatest }: { undoable: Undoable; isLatest: boolean }) {
  const secondsLeft = useSecondsLeft(until);
  return (
    <Paper withBorder shadow="md" className={classes.row ?? ""}>
      <Text size="sm" role="status" className={classes.says ?? ""}>
        {says}
        {/* Counted down for the eye alone: read out each second it would drown everything else. */}
        {now && <span aria-hidden> in {secondsLeft} s</span>}
      </Text>
      <Button size="xs" onClick={undo} rightSection={isLatest ? <Keys keys="z" /> : undefined}>
        Undo
      </Button>
      {now && (
        <Button size="xs" variant="default" onClick={now}>
          Do it now
        </Button>
      )}
    </Paper>
  );
}

function useSecondsLeft(until: number): number {
  const left = () => Math.max(0, Math.ceil((until - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const tick = setInterval(() => setSeconds(Math.max(0, Math.ceil((until - Date.now()) / 1000))), 250);
    return () => clearInterval(tick);
  }, [until]);
  return seconds;
}
