import { Anchor, Text } from "@mantine/core";

interface Props {
  /** Who says so, such as: State law. */
  authority: string;
  citation: string;
  url?: string | undefined;
  /** How sure it is, such as: read in its source. */
  confidence: string | undefined;
}

/** Where something comes from, and how sure that is. */
export function Citation({ authority, citation, url, confidence }: Props) {
  return (
    <Text size="sm" c="dimmed" component="div" style={{ overflowWrap: "anywhere" }}>
      {authority}:{" "}
      {url ? (
        <Anchor href={url} target="_blank" rel="noreferrer" size="sm" underline="always">
          {citation}
        </Anchor>
      ) : (
        citation
      )}
      .{confidence && ` ${confidence}.`}
    </Text>
  );
}
