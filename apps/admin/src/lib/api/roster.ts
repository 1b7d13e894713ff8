import {
  type Added,
  type AddedMany,
  type Decided,
  type DecidedMany,
  type DecisionPreview,
  type ExportedPage,
  type PeopleChanges,
  type PeoplePage,
  type Roster,
  type RosterRow,
  rosterClient,
  type SeatCounts,
  type SignUpState,
  signUpClient,
} from "@cte-partnerships/api/client";
import type { SignUpInput } from "@cte-partnerships/domain";
import type * as z from "zod";
import { answer, headersFor, options, origin, within } from "./answer.ts";

export type { Added, AddedMany, Decided, DecidedMany, DecisionPreview, PeopleChanges, PeoplePage, Roster, RosterRow, SignUpState };

const read = rosterClient(origin, options)[":sessionId"];
const sessions = signUpClient(origin, options);
const signUp = sessions[":sessionId"]["sign-ups"][":signUpId"];

/** A body with the mark by which the API tells that it knows it: sent back, it is answered 304 while nothing changed. */
export interface Marked<Body> {
  body: Body;
  etag: string | undefined;
}

type Step = "approve" | "decline" | "withdraw";
interface Known {
  id: RosterRow["id"];
  version: number;
}

function sendMany(sessionId: string, step: Step, known: readonly Known[], more: { reason?: string; isPreview?: boolean }, signal?: AbortSignal) {
  const [param, people] = [{ sessionId }, [...known]];
  return step === "withdraw"
    ? sessions[":sessionId"].withdraw.$post({ param, json: { people, ...more } }, within(signal))
    : sessions[":sessionId"].decide.$post({ param, json: { step, people, ...more } }, within(signal));
}

export const rosterApi = {
  /** The roster as it stands; what is known already is not sent again. */
  async get(sessionId: string, known: Marked<Roster> | undefined, signal?: AbortSignal): Promise<Marked<Roster>> {
    const response = await read.roster.$get(
      { param: { sessionId } },
      { ...within(signal), headers: { ...headersFor(known !== undefined), ...(known?.etag ? { "if-none-match": known.etag } : {}) } },
    );
    if (response.status === 304 && known) return known;
    return { body: await answer<Roster>(Promise.resolve(response)), etag: response.headers.get("etag") ?? undefined };
  },
  people: (sessionId: string, after: string | undefined, signal?: AbortSignal) =>
    answer<PeoplePage>(read.roster.people.$get({ param: { sessionId }, query: after === undefined ? {} : { after } }, { ...within(signal) })),
  changes: (sessionId: string, since: string, signal?: AbortSignal) =>
    answer<PeopleChanges>(read.roster.changes.$get({ param: { sessionId }, query: { since } }, { ...within(signal), headers: headersFor(true) })),
  add: (sessionId: string, json: z.input<typeof SignUpInput>, idempotencyKey: string) =>
    answer<Added>(sessions[":sessionId"]["sign-ups"].$post({ param: { sessionId }, json, header: { "idempotency-key": idempotencyKey } })),
  /** Each with a key of its own: sent again, nobody is added twice. */
  addMany: (sessionId: string, rows: { key: string; input: z.input<typeof SignUpInput> }[]) =>
    answer<AddedMany>(sessions[":sessionId"]["sign-ups"].many.$post({ param: { sessionId }, json: { rows } })),
  /** What the same would do, as everything stands now. */
  previewAddMany: (sessionId: string, rows: { key: string; input: z.input<typeof SignUpInput> }[], signal?: AbortSignal) =>
    answer<AddedMany>(sessions[":sessionId"]["sign-ups"].many.$post({ param: { sessionId }, json: { rows, isPreview: true } }, within(signal))),
  changeCapacity: (sessionId: string, version: number, capacity: number) =>
    answer<SeatCounts>(sessions[":sessionId"].capacity.$post({ param: { sessionId }, json: { version, capacity } })),
  approve: (sessionId: string, signUpId: string, version: number) =>
    answer<Decided>(signUp.approve.$post({ param: { sessionId, signUpId }, json: { version } })),
  decline: (sessionId: string, signUpId: string, version: number, reason?: string) =>
    answer<Decided>(signUp.decline.$post({ param: { sessionId, signUpId }, json: { version, ...(reason ? { reason } : {}) } })),
  decideMany: (sessionId: string, step: Step, people: readonly Known[], reason: string) =>
    answer<DecidedMany>(sendMany(sessionId, step, people, reason === "" ? {} : { reason })),
  /** What the same would do, as everything stands now. */
  previewMany: (sessionId: string, step: Step, people: readonly Known[], signal?: AbortSignal) =>
    answer<DecisionPreview>(sendMany(sessionId, step, people, { isPreview: true }, signal)),
  /** A part of the file, from the beginning or after the part before. */
  takeOut: (sessionId: string, kind: "people" | "counts", after: string | undefined) => {
    const asked = { param: { sessionId }, json: after === undefined ? {} : { after } };
    return answer<ExportedPage>(kind === "people" ? read.export.$post(asked) : read["export-without-personal-data"].$post(asked));
  },
  withdraw: (sessionId: string, signUpId: string, version: number) =>
    answer<Decided>(signUp.withdraw.$post({ param: { sessionId, signUpId }, json: { version } })),
};
