import { type Event, type IsoDate, seriesAtMost as most } from "@cte-partnerships/domain";
import { Alert, Button, Checkbox, Group, Modal, NumberInput, Select, SimpleGrid, Skeleton, Stack, Switch, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { eventApi, type MadeSeries, type SeriesDates, type SeriesInput } from "../../lib/api/event.ts";
import { weekdayInWords } from "../../lib/days.ts";
import { messageOf } from "../../lib/messages.ts";
import { onceKeys } from "../../lib/once-key.ts";
import { firstDayOf } from "./first-day.ts";
import { eventKeys } from "./queries.ts";
import { SeriesMade } from "./series-made.tsx";
import { seriesChoices } from "./series-words.ts";
import classes from "./sessions-table.module.css";

/** More events like this one, each on a day of its own. The days are listed while one chooses, with what the school calendar says. */
export function SeriesDialog({ event, onClose }: { event: Event; onClose: () => void }) {
  const first = firstDayOf(event) ?? (event.createdAt.slice(0, 10) as IsoDate);
  const choices = useMemo(() => seriesChoices(first), [first]);
  const [choice, setChoice] = useState(choices[0]?.value ?? "");
  const [times, setTimes] = useState<number | string>(6);
  const [skipsClosures, setSkipsClosures] = useState(true);
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const keys = useRef(onceKeys());
  const queryClient = useQueryClient();
  const isCount = Number(times) >= 2 && Number(times) <= most;
  const [question] = useDebouncedValue({ choice, times, skipsClosures }, 200);
  const asked = choices.find(({ value }) => value === question.choice)?.rule(Number(question.times));
  const days = useQuery({
    queryKey: ["series-dates", event.id, question],
    queryFn: ({ signal }) => eventApi.seriesDates(event.id, { rule: asked as NonNullable<typeof asked>, skipsClosures: question.skipsClosures }, signal),
    enabled: asked !== undefined && Number(question.times) >= 2 && Number(question.times) <= most,
    placeholderData: keepPreviousData,
  });
  const dates = (days.data?.dates ?? []).filter(({ on, isSkipped }) => on !== first && !isSkipped && !without.has(on)).map(({ on }) => on);
  const [made, setMade] = useState<MadeSeries | undefined>(undefined);
  // As it was seen. Once the series is begun the event has another one, and what is asked again for the rest must be the very same.
  const [version] = useState(event.version);
  const make = useMutation({
    mutationFn: (input: SeriesInput) => eventApi.makeSeries(event.id, input, keys.current.keyFor(input)),
    onSuccess: (series) => {
      setMade(series);
      return queryClient.invalidateQueries({ queryKey: eventKeys.all });
    },
  });
  if (made && make.variables) {
    const asked = make.variables;
    return (
      <SeriesMade series={made} zone={event.venue.zone} onAgain={() => make.mutate(asked)} isAgain={make.isPending} failure={make.error} onClose={onClose} />
    );
  }
  return (
    <Modal opened onClose={onClose} size="lg" title="Make a series of this event">
      <Stack>
        <Text size="sm">
          Each day becomes a draft of its own, at the same time of day, with the same text, place and questions. This event is the first of them.
        </Text>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Select
            label="How often"
            allowDeselect={false}
            data={choices.map(({ value, label }) => ({ value, label }))}
            value={choice}
            onChange={(next) => setChoice(next ?? choice)}
            data-autofocus
          />
          <NumberInput
            label="How many in all"
            description={isCount ? undefined : `From 2 to ${most}.`}
            min={2}
            max={most}
            allowDecimal={false}
            value={times}
            onChange={setTimes}
          />
        </SimpleGrid>
        <Switch
          label="Leave out days without school"
          description="By the school calendar, as far as it is known. The series then goes on until it has as many."
          checked={skipsClosures}
          onChange={(change) => setSkipsClosures(change.currentTarget.checked)}
        />
        <Days
          days={days.data}
          first={first}
          isPending={days.isPending}
          without={without}
          onWithout={(day, isOut) =>
            setWithout((known) => {
              const next = new Set(known);
              if (isOut) next.add(day);
              else next.delete(day);
              return next;
            })
          }
        />
        {days.data?.dates.some(({ isSchoolDay }) => isSchoolDay === undefined) && (
          <Text size="sm" c="var(--console-amber)">
            The school calendar of some of these days is not known here yet: look at them yourself, and leave out what does not fit.
          </Text>
        )}
        {(days.error || make.error) && (
          <Alert color="red" role="alert">
            {messageOf(make.error ?? days.error)}
          </Alert>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} disabled={make.isPending}>
            Cancel
          </Button>
          <Button loading={make.isPending} disabled={dates.length === 0 || !isCount} onClick={() => make.mutate({ version, dates })}>
            {dates.length === 1 ? "Make 1 draft" : `Make ${dates.length} drafts`}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface DaysProps {
  days: SeriesDates | undefined;
  first: string;
  isPending: boolean;
  without: ReadonlySet<string>;
  onWithout: (day: string, isOut: boolean) => void;
}

function Days({ days, first, isPending, without, onWithout }: DaysProps) {
  if (isPending || !days) return <Skeleton height={150} aria-busy />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard too
    <ul className={classes.days} tabIndex={0} aria-label="Days of the series">
      {days.dates.map(({ on, closure, isSchoolDay, isSkipped }) => {
        const words = weekdayInWords(on);
        const note = closure ?? (isSchoolDay === false ? "No school" : undefined);
        return (
          <li key={on}>
            {on === first ? (
              <Text size="sm">{words}, this event</Text>
            ) : isSkipped ? (
              <Text size="sm" c="dimmed">
                <s>{words}</s> left out: {closure}
              </Text>
            ) : (
              <Checkbox
                size="sm"
                checked={!without.has(on)}
                onChange={(change) => onWithout(on, !change.currentTarget.checked)}
                label={note ? `${words} (${note})` : words}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
