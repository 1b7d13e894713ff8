import {
  type CloneInput,
  type EditPreview,
  type EventDetail,
  type EventList,
  type EventListSearch,
  type EventNumbers,
  type EventPreview,
  type EventRow,
  type EventRowChanges,
  type EventRowGone,
  type EventRowPage,
  type EventStatus,
  eventClient,
  eventCopyClient,
  eventListClient,
  eventPreviewClient,
  eventStepClient,
  type MadeSeries,
  type MailSample,
  type PublishedMany,
  type PublishMany,
  type SeatCounts,
  type Series,
  type SeriesDates,
  type SeriesInput,
  type SeriesMember,
  type SeriesQuestion,
  type SessionTold,
} from "@cte-partnerships/api/client";
import type { EventInput } from "@cte-partnerships/domain";
import type * as z from "zod";
import { answer, headersFor, options, origin, within } from "./answer.ts";

export type {
  EditPreview,
  EventDetail,
  EventList,
  EventListSearch,
  EventNumbers,
  EventPreview,
  EventRow,
  EventRowChanges,
  EventRowGone,
  EventRowPage,
  EventStatus,
  MadeSeries,
  MailSample,
  PublishedMany,
  SeatCounts,
  Series,
  SeriesDates,
  SeriesInput,
  SeriesMember,
  SessionTold,
};

const events = eventClient(origin, options);
const event = events[":eventId"];
const lists = eventListClient(origin, options);
const step = eventStepClient(origin, options)[":eventId"];
const copies = eventCopyClient(origin, options);
const previews = eventPreviewClient(origin, options);

export const eventApi = {
  list: (query: EventListSearch, signal?: AbortSignal) => answer<EventList>(lists.index.$get({ query }, within(signal))),
  /** A page of all rows within reach. */
  rows: (cursor: string | undefined, signal?: AbortSignal) =>
    answer<EventRowPage>(lists.rows.$get({ query: cursor === undefined ? {} : { cursor } }, within(signal))),
  rowChanges: (since: string, signal?: AbortSignal) =>
    answer<EventRowChanges>(lists.rows.changes.$get({ query: { since } }, { ...within(signal), headers: headersFor(true) })),
  /** How many are taken and wait at events that somebody sees. */
  numbers: (ids: readonly string[], signal?: AbortSignal) =>
    answer<EventNumbers>(lists.numbers.$post({ json: { ids: [...ids] } }, { ...within(signal), headers: headersFor(true) })),
  /** An event with its seats. What an editor needs beside is left out: telling it reads every roster. */
  watch: (eventId: string, isFollowing: boolean, signal?: AbortSignal) =>
    answer<EventDetail>(event.$get({ param: { eventId }, query: { for: "watch" } }, { ...within(signal), headers: headersFor(isFollowing) })),
  /** An event with everything that changing it needs: which sessions have sign-ups, and which questions were answered. */
  get: (eventId: string, signal?: AbortSignal) => answer<EventDetail>(event.$get({ param: { eventId }, query: {} }, within(signal))),
  make: (json: z.input<typeof EventInput>, idempotencyKey: string) =>
    answer<EventDetail>(events.index.$post({ json, header: { "idempotency-key": idempotencyKey } })),
  save: (eventId: string, version: number, input: z.input<typeof EventInput>) =>
    answer<EventDetail>(event.$put({ param: { eventId }, json: { version, event: input } })),
  discard: (eventId: string, version: number) => answer<void>(step.$delete({ param: { eventId }, json: { version } })),
  publish: (eventId: string, version: number) => answer<EventDetail>(step.publish.$post({ param: { eventId }, json: { version } })),
  close: (eventId: string, version: number) => answer<EventDetail>(step.close.$post({ param: { eventId }, json: { version } })),
  reopen: (eventId: string, version: number) => answer<EventDetail>(step.reopen.$post({ param: { eventId }, json: { version } })),
  cancel: (eventId: string, version: number, reason: string) => answer<EventDetail>(step.cancel.$post({ param: { eventId }, json: { version, reason } })),
  cancelSession: (eventId: string, sessionId: string, version: number, reason: string) =>
    answer<EventDetail>(step.sessions[":sessionId"].cancel.$post({ param: { eventId, sessionId }, json: { version, reason } })),
  clone: (eventId: string, json: CloneInput, idempotencyKey: string) =>
    answer<EventDetail>(copies[":eventId"].clone.$post({ param: { eventId }, json, header: { "idempotency-key": idempotencyKey } })),
  /** The events of the series that this one belongs to; refused `not_in_series` where it belongs to none. */
  series: (eventId: string, signal?: AbortSignal) => answer<Series>(copies[":eventId"].series.$get({ param: { eventId } }, within(signal))),
  /** The days of a series before it is made. Changes nothing. */
  seriesDates: (eventId: string, json: SeriesQuestion, signal?: AbortSignal) =>
    answer<SeriesDates>(copies[":eventId"]["series-dates"].$post({ param: { eventId }, json }, within(signal))),
  /** Asked again with the same key and days, it makes only what is missing. */
  makeSeries: (eventId: string, json: SeriesInput, idempotencyKey: string) =>
    answer<MadeSeries>(copies[":eventId"].series.$post({ param: { eventId }, json, header: { "idempotency-key": idempotencyKey } })),
  publishMany: (json: PublishMany) => answer<PublishedMany>(copies["publish-many"].$post({ json })),
  /** Who would get which mail if this were saved. Changes nothing; refused as the save would be. */
  editPreview: (eventId: string, version: number, input: z.input<typeof EventInput>, signal?: AbortSignal) =>
    answer<EditPreview>(previews[":eventId"]["edit-preview"].$post({ param: { eventId }, json: { version, event: input } }, within(signal))),
  /** The page, the forms and the mails of an event as it stands. */
  previews: (eventId: string, signal?: AbortSignal) => answer<EventPreview>(previews[":eventId"].previews.$get({ param: { eventId } }, within(signal))),
  /** The same of what stands in the editor, saved or not. */
  previewUnsaved: (input: z.input<typeof EventInput>, eventId: string | undefined, signal?: AbortSignal) =>
    answer<EventPreview>(previews.previews.$post({ json: { ...(eventId === undefined ? {} : { eventId }), event: input } }, within(signal))),
  previewAddress: (eventId: string) => `/api/admin/events/${eventId}/preview`,
};
