import { Button, Popover } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";

interface Props {
  label: string;
  /** What the panel is called. */
  title: string;
  icon: ReactNode;
  width: number;
  /** Whether what it holds is in force, such as a filter. */
  isOn?: boolean;
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** A button that opens a small panel beside it. Escape closes it wherever the focus is, and gives the focus back. */
export function DropPanel({ label, title, icon, width, isOn = false, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  // Wherever the focus is by now: a part of the panel that had it may be gone.
  useEffect(() => {
    if (!isOpen) return;
    const hear = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, [isOpen]);
  // Never above its button: what is too high for the screen can be scrolled to below, and above the page it cannot.
  return (
    <Popover
      position="bottom-start"
      middlewares={{ flip: false, shift: true }}
      width={width}
      trapFocus
      opened={isOpen}
      onChange={setOpen}
      closeOnEscape={false}
    >
      <Popover.Target>
        <Button ref={button} variant={isOn ? "light" : "default"} size="xs" leftSection={icon} onClick={() => setOpen(!isOpen)}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={title}>{typeof children === "function" ? children(close) : children}</Popover.Dropdown>
    </Popover>
  );
}
