import { Button, Group, Stack, Text, Textarea } from "@mantine/core";

interface Props {
  text: string;
  fault: string | undefined;
  onChange: (text: string) => void;
  onRead: () => void;
  onBack: () => void;
}

/** Takes a list as it was copied. */
export function PasteText({ text, fault, onChange, onRead, onBack }: Props) {
  return (
    <form
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        onRead();
      }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          Lines out of a spreadsheet, with headings or without, or addresses out of a mail: what each column is comes next. Nothing is added yet. Adults only;
          nothing about a student belongs here.
        </Text>
        <Textarea
          label="List"
          placeholder={"Ann Example <ann@example.org>\nBen Example <ben@example.org>"}
          autosize
          minRows={8}
          maxRows={18}
          spellCheck={false}
          data-autofocus
          value={text}
          onChange={(input) => onChange(input.currentTarget.value)}
          error={fault}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onBack}>
            Go back
          </Button>
          <Button type="submit">Read the list</Button>
        </Group>
      </Stack>
    </form>
  );
}
