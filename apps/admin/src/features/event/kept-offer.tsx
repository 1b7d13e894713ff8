import type { Instant } from "@cte-partnerships/domain";
import { Alert, Button, Group, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { IconHistory } from "../../ui/icons.ts";
import classes from "./event-form.module.css";
import type { EventFormValues } from "./event-form-values.ts";
import { fieldName } from "./field-in-words.ts";
import { mergeForm } from "./merge-form.ts";

const moment = new Intl.DateTimeFormat("en-US", { weekday: "short", month: "short", day: "numeric", hour: "numeric", minute: "2-digit" });
const listed = new Intl.ListFormat("en-US", { type: "conjunction" });
const mostNames = 6;

interface Props {
  keptAt: Instant;
  base: EventFormValues;
  kept: EventFormValues;
  /** Somebody has saved the event since. */
  isBehind: boolean;
  onGoOn: () => void;
  onDrop: () => void;
  /** A save waits for the answer: it would let go of what was kept. Rises with each try. */
  urged: number;
}

/** What somebody had typed in this form and not saved: to go on with, or to drop. */
export function KeptOffer({ keptAt, base, kept, isBehind, onGoOn, onDrop, urged }: Props) {
  const names = [...new Set(mergeForm(base, kept, base).onlyTheirs.map(({ path }) => fieldName(path, [kept, base])))];
  const more = names.length - mostNames;
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (urged > 0) first.current?.focus();
  }, [urged]);
  return (
    <Alert icon={<IconHistory size={19} />} color="harbor" title="You had typed here and not saved it" className={classes.offer ?? ""} mb="lg">
      <Text size="sm">
        Kept {moment.format(Date.parse(keptAt))}
        {names.length > 0 && `: ${listed.format([...names.slice(0, mostNames), ...(more > 0 ? [`${more} more`] : [])])}`}.
        {isBehind && " The event was saved since by somebody: you will see what they changed."}
      </Text>
      {urged > 0 && (
        <Text size="sm" role="alert" c="var(--mantine-color-error)">
          Nothing was saved yet: saving would let go of it. Say first what to do with it.
        </Text>
      )}
      <Group gap="sm" mt="sm">
        <Button ref={first} size="compact-sm" h={32} onClick={onGoOn}>
          Go on with what you had typed
        </Button>
        <Button size="compact-sm" h={32} variant="default" onClick={onDrop}>
          Drop it
        </Button>
      </Group>
    </Alert>
  );
}
