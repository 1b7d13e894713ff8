import { TextInput, type TextInputProps } from "@mantine/core";
import { useEffect, useRef, useState } from "react";

/** A date that is always one: while somebody types another one, the last whole date holds. */
export function DayInput({
  value,
  onChange,
  ...props
}: Omit<TextInputProps, "value" | "onChange" | "type"> & { value: string; onChange: (day: string) => void }) {
  const [text, setText] = useState(value);
  const sent = useRef(value);
  // Changed by another way: a link, the way back, a button.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);
  return (
    <TextInput
      {...props}
      type="date"
      value={text}
      min="1900-01-01"
      max="2999-12-31"
      onChange={(event) => {
        const { value: typed, validity } = event.currentTarget;
        setText(typed);
        if (typed === "" || !validity.valid) return;
        sent.current = typed;
        onChange(typed);
      }}
      onBlur={() => setText(sent.current)}
    />
  );
}
