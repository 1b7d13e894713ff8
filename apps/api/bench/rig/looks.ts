import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Actor, Event, EventInput, SessionId } from "@cte-partnerships/domain";
import { previewEdit } from "../../src/event/preview-edit.ts";
import { findEvent } from "../../src/event/store.ts";
import { previewMessage } from "../../src/message/preview-message.ts";
import { allItems } from "../../test/all-items.ts";
import { counting } from "./consumed.ts";
import { table as markdown } from "./figures.ts";
import { benchDeps, freshTable, patientTable, publishSessions } from "./open.ts";
import { putSignUps } from "./put-sign-ups.ts";

const sessions = 50;
/** People in each session: few enough that all are looked at, then ever more. */
const sizes = [20, 100, 400];

/** What it costs to look who would hear of a change or get a message, in an event of fifty sessions with ever more people. */
export async function looks(endpoint: string): Promise<string> {
  const figures: string[][] = [];
  for (const size of sizes) {
    const { accessKeyId } = await freshTable(endpoint);
    const { table, take } = counting(patientTable(endpoint, accessKeyId));
    const deps = benchDeps(table, false);
    await publishSessions(deps, sessions, 10_000);
    const [{ id } = { id: "" }] = await allItems(deps, "event");
    const event = (await findEvent(deps, id as never)) as Event;
    for (const session of event.sessions) {
      await putSignUps(deps, event, session.id, size);
      await seat(deps.table, session.id, size);
    }
    const people = (sessions * size).toLocaleString("en-US");
    const actor: Actor & { name: string } = {
      userId: deps.ids.user(),
      name: "Bench",
      grants: [{ id: deps.ids.grant(), role: "director", scope: { kind: "city" } }],
    };
    const told = (what: string, answer: string) => {
      const { read, calls } = take();
      figures.push([what, people, answer, read.toFixed(0), String(calls)]);
    };
    take();
    const [first] = event.sessions as [Event["sessions"][number]];
    const input = {
      message: { subject: "Doors", text: "Open at eight." },
      audience: { kind: "states" as const, states: ["confirmed" as const] },
      reach: "event" as const,
    };
    const preview = await previewMessage(deps, { actor, event, sessionId: first.id, input });
    told("who would get a message to all sessions", words(preview.people, preview.isPeopleExact));
    const edited = await previewEdit(deps, { actor, eventId: event.id, version: event.version, input: moved(event) });
    if (!edited.ok) throw new Error(edited.refusal.code);
    told("who would hear of another place", words(edited.value.mailCount, edited.value.isMailCountExact));
  }
  return `An event of ${sessions} sessions:\n\n${markdown(["what is looked at", "sign-ups", "told", "read units", "calls"], figures)}\n\n${note}`;
}

const note = "The same people sign up to each of its sessions: whoever is looked at counts once, whoever is not counts by seats.";
const words = (number: number, isExact: boolean) => `${isExact ? "" : "about "}${number.toLocaleString("en-US")}`;

const seat = ({ client, name }: ReturnType<typeof patientTable>, sessionId: SessionId, people: number) =>
  client.send(
    new UpdateCommand({
      TableName: name,
      Key: { pk: `SEAT#${sessionId}`, sk: "SEAT" },
      UpdateExpression: "SET confirmed = :people",
      ExpressionAttributeValues: { ":people": people },
    }),
  );

/** The event as a form writes it back, at another place. */
function moved({ title, activityTypeId, details, description, host, audience, contact, signUpWindow, questions, ...event }: Event): EventInput {
  return {
    ...{ title, activityTypeId, details, description, host, audience, contact, signUpWindow, questions },
    venue: { ...event.venue, zone: "America/Chicago" },
    needsApproval: event.needsApproval,
    oneSessionPerPerson: event.oneSessionPerPerson,
    sessions: event.sessions.map(({ id, startsAt, endsAt, capacity, partySizeLimit, waitlistLimit }) => ({
      ...{ id, startsAt, endsAt, capacity, partySizeLimit, waitlistLimit },
    })),
  } as EventInput;
}
