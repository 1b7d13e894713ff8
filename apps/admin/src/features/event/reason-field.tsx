import { Textarea } from "@mantine/core";

interface Props {
  /** Where people read it. */
  description: string;
  value: string;
  onChange: (reason: string) => void;
  /** Somebody went on without one. */
  isMissing: boolean;
}

/** Why an event or a session is called off. */
export function ReasonField({ description, value, onChange, isMissing }: Props) {
  return (
    <Textarea
      label="Reason"
      description={description}
      required
      error={isMissing && "Say why: it stands in their mail."}
      maxLength={300}
      autosize
      minRows={2}
      data-autofocus
      value={value}
      onChange={(input) => onChange(input.currentTarget.value)}
    />
  );
}
