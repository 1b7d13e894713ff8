import { Accordion } from "@mantine/core";
import type { MailSample } from "../../lib/api/event.ts";
import { mailInWords } from "./mail-words.ts";
import classes from "./preview-drawer.module.css";

/** Mails to be read, one opened at a time. */
export function MailSamples({ samples }: { samples: readonly MailSample[] }) {
  return (
    <Accordion variant="separated" {...(samples.length === 1 && samples[0] ? { defaultValue: keyOf(samples[0]) } : {})}>
      {samples.map((sample) => (
        <Accordion.Item key={keyOf(sample)} value={keyOf(sample)}>
          <Accordion.Control>
            <span className={classes.subject}>{sample.subject}</span>
            <span className={classes.kind}>{mailInWords(sample)}</span>
          </Accordion.Control>
          <Accordion.Panel>
            <pre className={classes.mail}>{sample.text}</pre>
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

const keyOf = ({ kind, state }: MailSample): string => `${kind}-${state}`;
