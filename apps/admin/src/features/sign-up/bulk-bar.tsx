import { Alert, Button, Code, Group, Loader, Paper, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type DecisionPreview, type Roster, type RosterRow, rosterApi } from "../../lib/api/roster.ts";
import { ApiProblem } from "../../lib/api-error.ts";
import { useCommands } from "../../lib/commands.ts";
import { messageOf } from "../../lib/messages.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { notice } from "../../ui/notice.ts";
import { stepWords } from "./bulk-words.ts";
import { wordsFor } from "./decide.tsx";
import { decideOnAll, perRequest } from "./decide-on-all.ts";
import { personIn, rosterKey, rosterQuery } from "./queries.ts";
import classes from "./roster.module.css";
import { type Step, stepsFor } from "./row-actions.tsx";
import { useGrace } from "./use-grace.ts";

interface Work {
  step: Step;
  people: readonly RosterRow[];
  reason: string;
}

const chunks = (people: readonly RosterRow[]): RosterRow[][] =>
  Array.from({ length: Math.ceil(people.length / perRequest) }, (_, index) => people.slice(index * perRequest, (index + 1) * perRequest));
const asked = ({ id, version }: RosterRow) => ({ id, version });

interface Props {
  roster: Roster;
  /** As they stand now. */
  chosen: readonly RosterRow[];
  /** Whether anything may still be decided. */
  isOpen: boolean;
  onWrite: ((people: readonly RosterRow[]) => void) | undefined;
  onClear: () => void;
}

/** As many as a message to chosen people may have. */
const writtenToAtMost = 500;

/** At the foot of the screen while people are chosen: decides on all of them, after showing what it would do. */
export function BulkBar({ roster, chosen, isOpen, onWrite, onClear }: Props) {
  const [question, setQuestion] = useState<{ step: Step; people: readonly RosterRow[] } | undefined>(undefined);
  const [failed, setFailed] = useState<{ step: Step; rows: { name: string; why: string }[] } | undefined>(undefined);
  const [reason, setReason] = useState("");
  const [decided, setDecided] = useState(0);
  /** What was taken back just now: its button has the focus that was on taking it back. */
  const [undone, setUndone] = useState<Step | undefined>(undefined);
  const queryClient = useQueryClient();
  const sessionId = roster.session.id;

  const send = useMutation({
    mutationFn: async ({ step, people, reason: told }: Work) => {
      setDecided(0);
      const { done, notDone } = await decideOnAll(people, {
        decide: (some) => rosterApi.decideMany(sessionId, step, some.map(asked), told),
        readAgain: async () => {
          await queryClient.fetchQuery({ ...rosterQuery(sessionId), staleTime: 0 });
          return ({ id }) => personIn(queryClient, sessionId, id);
        },
        leadsTo: stepWords[step].leadsTo,
        onProgress: setDecided,
      });
      return { step, done, rows: notDone.map(({ person, why }) => ({ name: person.name, why: typeof why === "string" ? whyNot(why) : messageOf(why) })) };
    },
    onSuccess: async ({ step, done, rows }) => {
      if (done > 0) notice.done(stepWords[step].done(done));
      setFailed(rows.length > 0 ? { step, rows } : undefined);
      onClear();
      await queryClient.invalidateQueries({ queryKey: rosterKey(sessionId) });
    },
  });
  const { held, hold, undo, now } = useGrace<Work>(send.mutate, ({ step, people }) =>
    notice.failed(stepWords[step].notDone(people.length), "You left the roster before it was done. Nothing was changed, and nobody was told."),
  );

  const preview = useQuery({
    queryKey: ["decision-preview", sessionId, question?.step, question?.people.map(({ id, version }) => `${id} ${version}`)],
    queryFn: async ({ signal }): Promise<DecisionPreview> => {
      const parts: DecisionPreview[] = [];
      for (const some of chunks(question?.people ?? [])) {
        parts.push(await rosterApi.previewMany(sessionId, question?.step ?? "approve", some.map(asked), signal));
      }
      const mail = parts.find((part) => part.mail)?.mail;
      // Of several requests none knows what the others free.
      return { outcomes: parts.flatMap(({ outcomes }) => outcomes), movesUp: parts.length === 1 ? (parts[0]?.movesUp ?? []) : [], ...(mail ? { mail } : {}) };
    },
    enabled: question !== undefined,
    staleTime: 0,
    gcTime: 0,
  });
  const open = (step: Step, people: readonly RosterRow[]) => {
    setReason("");
    setFailed(undefined);
    setUndone(undefined);
    setQuestion({ step, people });
  };
  const confirm = () => {
    if (!question || !preview.data) return;
    const able = new Set(preview.data.outcomes.flatMap((outcome) => ("state" in outcome ? [outcome.id as string] : [])));
    const people = question.people.filter(({ id }) => able.has(id));
    setQuestion(undefined);
    if (people.length > 0) hold({ step: question.step, people, reason: reason.trim() });
  };
  const able = preview.data?.outcomes.filter((outcome) => "state" in outcome).length ?? 0;
  const choices = isOpen
    ? (["approve", "decline", "withdraw"] as const).flatMap((step) => {
        const people = chosen.filter((person) => stepsFor(roster.may, person).includes(step));
        return people.length > 0 ? [{ step, people, title: `${stepWords[step].verb} ${people.length.toLocaleString("en-US")}` }] : [];
      })
    : [];
  useCommands(choices.map(({ step, title, people }) => ({ id: `${step} chosen`, title: `${title} chosen`, run: () => open(step, people) })));
  const isShown = chosen.length > 0 || held !== undefined || send.isPending || failed !== undefined;
  return (
    <>
      {isShown && (
        <Paper component="section" aria-label="Chosen people" className={classes.bulk ?? ""} shadow="md" withBorder>
          {held ? (
            <>
              <Text size="sm" role="status">
                {stepWords[held.work.step].doing(held.work.people.length)} in {held.secondsLeft} s. Nothing is changed and nobody is told until then; if you
                leave this page, it does not happen.
              </Text>
              <Group gap="xs" wrap="nowrap">
                <Button
                  size="xs"
                  autoFocus
                  onClick={() => {
                    setUndone(held.work.step);
                    undo();
                  }}
                >
                  Undo
                </Button>
                <Button size="xs" variant="default" onClick={now}>
                  Do it now
                </Button>
              </Group>
            </>
          ) : send.isPending ? (
            <Group gap="sm">
              <Loader size={16} />
              <Text size="sm" role="status">
                {stepWords[send.variables.step].doing(send.variables.people.length)}: {decided} so far.
              </Text>
            </Group>
          ) : failed && chosen.length === 0 ? (
            <Failed failed={failed} onClose={() => setFailed(undefined)} />
          ) : (
            <>
              <Text size="sm" fw={600} role="status">
                {chosen.length.toLocaleString("en-US")} chosen
              </Text>
              <Group gap="xs">
                {choices.map(({ step, title, people }) => (
                  <Button
                    key={step}
                    size="xs"
                    autoFocus={step === undone}
                    {...(step === "approve" ? {} : { variant: "default" })}
                    onClick={() => open(step, people)}
                  >
                    {title}
                  </Button>
                ))}
                {onWrite && chosen.length <= writtenToAtMost && (
                  <Button size="xs" variant="default" onClick={() => onWrite(chosen)}>{`Write to ${chosen.length.toLocaleString("en-US")}`}</Button>
                )}
                <Button size="xs" variant="subtle" onClick={onClear}>
                  Choose nobody
                </Button>
              </Group>
            </>
          )}
        </Paper>
      )}
      <ConfirmDialog
        isOpen={question !== undefined}
        title={question ? `${stepWords[question.step].verb} ${question.people.length.toLocaleString("en-US")} of those chosen?` : ""}
        confirmLabel={question ? `${stepWords[question.step].verb} ${able.toLocaleString("en-US")}` : ""}
        isDangerous={question?.step !== "approve"}
        isPending={preview.isFetching}
        failure={preview.error ? messageOf(preview.error) : undefined}
        onConfirm={confirm}
        onClose={() => setQuestion(undefined)}
      >
        {question && preview.data && <Preview roster={roster} people={question.people} preview={preview.data} />}
        {question && !preview.data && !preview.error && <Text c="dimmed">Looking at what this would do.</Text>}
        {question?.step === "decline" && (
          <Textarea
            label="Reason"
            description="May be left empty. It is told to each of them."
            maxLength={300}
            autosize
            minRows={2}
            value={reason}
            onChange={(input) => setReason(input.currentTarget.value)}
          />
        )}
        <Text size="sm" c="dimmed">
          It waits ten seconds before it happens, so that you can undo it. Once it has happened, mails go out and it stands.
        </Text>
      </ConfirmDialog>
    </>
  );
}

function Failed({ failed, onClose }: { failed: { step: Step; rows: { name: string; why: string }[] }; onClose: () => void }) {
  return (
    <Stack gap="xs" style={{ flex: 1 }}>
      <Alert color="red" role="alert" title={stepWords[failed.step].notDone(failed.rows.length)}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard too */}
        <ul className={classes.names} tabIndex={0} aria-label="Who, and why">
          {failed.rows.map(({ name, why }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two people may bear one name
            <li key={index}>
              {name}: {why}
            </li>
          ))}
        </ul>
      </Alert>
      <Group justify="flex-end">
        <Button size="xs" variant="default" onClick={onClose}>
          Close
        </Button>
      </Group>
    </Stack>
  );
}

/** Who gets which mail, whom it cannot be done to, and who moves up. */
function Preview({ roster, people, preview }: { roster: Roster; people: readonly RosterRow[]; preview: DecisionPreview }) {
  const byId = new Map(people.map((person) => [person.id as string, person]));
  const able = preview.outcomes.flatMap((outcome) => ("state" in outcome ? (byId.get(outcome.id) ?? []) : []));
  const unable = preview.outcomes.flatMap((outcome) =>
    "refusal" in outcome ? [{ name: byId.get(outcome.id)?.name ?? "", why: whyNot(outcome.refusal) }] : [],
  );
  return (
    <Stack gap="sm">
      {preview.mail && (
        <div>
          <Text size="sm" fw={600}>
            {able.length === 1 ? "1 person gets this mail" : `${able.length.toLocaleString("en-US")} people get this mail, each with their own name and link`}
          </Text>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keyboard too */}
          <ul className={classes.names} tabIndex={0} aria-label="Who gets the mail">
            {able.map(({ id, name, email }) => (
              <li key={id}>
                {name}, {email}
              </li>
            ))}
          </ul>
          <Code block className={classes.mail ?? ""} tabIndex={0} aria-label="The mail">
            {`${preview.mail.subject}\n\n${preview.mail.text}`}
          </Code>
        </div>
      )}
      {unable.length > 0 && (
        <Alert color="yellow" title={unable.length === 1 ? "It cannot be done to 1 of them" : `It cannot be done to ${unable.length} of them`}>
          <ul className={classes.names}>
            {unable.map(({ name, why }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two people may bear one name
              <li key={index}>
                {name}: {why}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {preview.movesUp.length > 0 ? (
        <Text size="sm">
          {preview.movesUp.length === 1 ? "1 party in line moves up" : `${preview.movesUp.length} parties in line move up`} and{" "}
          {preview.movesUp.length === 1 ? "is" : "are"} told by mail.
        </Text>
      ) : (
        people.length > perRequest &&
        roster.seats.waiting > 0 && <Text size="sm">Whoever is next in line moves up into seats that get free, and is told by mail.</Text>
      )}
    </Stack>
  );
}

const whyNot = (code: string): string => wordsFor(new ApiProblem(409, { code }));
