import { Alert, Button, Text } from "@mantine/core";
import classes from "./history-list.module.css";

interface Props {
  title: string;
  /** In words, latest first; absent until they are known. */
  happenings: readonly { id: string; deed: string; told: string; changes: readonly { field: string; words: string }[] }[] | undefined;
  isPending: boolean;
  failure: string | undefined;
  /** Leads on to what happened before; absent where nothing did. */
  earlier: { isReading: boolean; read: () => void } | undefined;
}

/** What happened to one thing: who did it, and what stood before and after. */
export function HistoryList({ title, happenings, isPending, failure, earlier }: Props) {
  return (
    <section aria-label={title}>
      <Text component="h3" fw={600} mb={4}>
        {title}
      </Text>
      {failure && (
        <Alert color="red" role="alert">
          {failure}
        </Alert>
      )}
      {isPending && (
        <Text size="sm" c="dimmed" role="status">
          Loading what happened
        </Text>
      )}
      {happenings?.length === 0 && !earlier && (
        <Text size="sm" c="dimmed">
          Nothing is recorded within the last year. What has just happened shows here within seconds.
        </Text>
      )}
      <ol className={classes.list}>
        {happenings?.map(({ id, deed, told, changes }) => (
          <li key={id}>
            <Text fw={600} size="sm">
              {deed}
            </Text>
            <Text size="sm" c="dimmed">
              {told}
            </Text>
            {changes.map(({ field, words }) => (
              <Text key={field} size="sm" className={classes.change ?? ""}>
                {words}
              </Text>
            ))}
          </li>
        ))}
      </ol>
      {earlier && (
        <Button size="xs" variant="default" loading={earlier.isReading} onClick={earlier.read}>
          Earlier
        </Button>
      )}
    </section>
  );
}
