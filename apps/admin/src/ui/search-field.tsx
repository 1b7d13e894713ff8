import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";
import { IconSearch } from "./icons.ts";

interface Props {
  value: string;
  placeholder: string;
  /** Once somebody has typed: for what a request is sent for, and for the address bar. */
  onChange: (value: string) => void;
  /** At each key: for what is looked for here, without a request. */
  onType?: (value: string) => void;
}

/** Typed text waits a moment before it becomes a search. */
export function SearchField({ value, placeholder, onChange, onType }: Props) {
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const typed = useRef(onType);
  typed.current = onType;
  const send = useDebouncedCallback((next: string) => {
    sent.current = next;
    onChange(next);
  }, 250);
  // The address bar changed by another way: back, a view of the navigation, or cleared.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
    typed.current?.(value);
  }, [value]);
  return (
    <TextInput
      style={{ flex: "1 1 auto", minWidth: 0 }}
      label="Search"
      placeholder={placeholder}
      type="search"
      value={text}
      maxLength={100}
      leftSection={<IconSearch size={17} />}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onType?.(event.currentTarget.value.trim());
        send(event.currentTarget.value.trim());
      }}
    />
  );
}
