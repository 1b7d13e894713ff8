import { Alert, Button, Group, Modal, Stack } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";

interface Props {
  isOpen: boolean;
  title: string;
  children: ReactNode;
  confirmLabel: string;
  cancelLabel?: string;
  isDangerous?: boolean;
  isPending?: boolean;
  /** What went wrong with the last try, in words. */
  failure?: string | undefined;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that cannot simply be undone. Stays open, with what was typed, while it is done or has failed. */
export function ConfirmDialog({
  isOpen,
  title,
  children,
  confirmLabel,
  cancelLabel = "Go back",
  isDangerous = false,
  isPending = false,
  failure,
  onConfirm,
  onClose,
}: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A dialog is a child of the page's form in React's eyes, though not in the document's.
    event.stopPropagation();
    if (!isPending) onConfirm();
  };
  return (
    <Modal opened={isOpen} onClose={onClose} title={title}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {children}
          {failure && (
            <Alert color="red" role="alert">
              {failure}
            </Alert>
          )}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose} disabled={isPending}>
              {cancelLabel}
            </Button>
            <Button type="submit" loading={isPending} {...(isDangerous ? { color: "red" } : {})}>
              {confirmLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
