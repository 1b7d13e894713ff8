import { Button } from "@mantine/core";

/** What a notice says, with one thing to do about it. */
export function NoticeBody({ message, label, onPress }: { message: string; label: string; onPress: () => void }) {
  return (
    <>
      {message}
      <Button size="xs" variant="default" mt="xs" display="block" onClick={onPress}>
        {label}
      </Button>
    </>
  );
}
