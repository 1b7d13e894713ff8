import { EventId } from "@cte-partnerships/domain";
import * as z from "zod";
import { adminRoute, adminRouter, guarded, refusals, refused } from "../access/policy.ts";
import type { Deps } from "../deps.ts";
import { fieldErrorsOfPublishing } from "../http/field-errors.ts";
import { IdempotencyKey } from "../sign-up/public-contract.ts";
import { cloneEvent } from "./clone-event.ts";
import { EventDetail } from "./contract.ts";
import { CloneInput, MadeSeries, PublishedMany, PublishMany, Series, SeriesDates, SeriesInput, SeriesQuestion } from "./copy-contract.ts";
import { getEvent } from "./get-event.ts";
import { getSeries } from "./get-series.ts";
import { makeSeries, planSeries } from "./make-series.ts";
import { type PublishOutcome, publishMany } from "./publish-many.ts";

const EventPath = z.object({ eventId: EventId });
const Headers = z.object({ "idempotency-key": IdempotencyKey.optional() });
const KeyedHeaders = z.object({ "idempotency-key": IdempotencyKey });
const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ content: json(schema), required: true as const });

export const eventCopyRoutes = {
  clone: adminRoute(
    { action: "view_event", on: "event" },
    {
      method: "post",
      path: "/{eventId}/clone",
      tags: ["Events"],
      summary: "Makes a draft that is like this event, without its sign-ups",
      request: { params: EventPath, headers: Headers, body: body(CloneInput) },
      responses: {
        201: { description: "The draft", content: json(EventDetail) },
        ...refusals("event_unknown", "reference_unknown", "details_invalid", "sessions_in_too_many_months", "made_and_discarded"),
      },
    },
  ),
  series: adminRoute(
    { action: "view_event", on: "event" },
    {
      method: "get",
      path: "/{eventId}/series",
      tags: ["Events"],
      summary: "The events of the series that this one belongs to",
      request: { params: EventPath },
      responses: { 200: { description: "Those within reach, in order", content: json(Series) }, ...refusals("event_unknown", "not_in_series") },
    },
  ),
  seriesDates: adminRoute(
    { action: "view_event", on: "event" },
    {
      method: "post",
      path: "/{eventId}/series-dates",
      tags: ["Events"],
      summary: "The days of a series before it is made, and what the school calendar says of them",
      request: { params: EventPath, body: body(SeriesQuestion) },
      responses: { 200: { description: "Its days", content: json(SeriesDates) }, ...refusals("event_unknown", "series_undated") },
    },
  ),
  makeSeries: adminRoute(
    { action: "edit_event", on: "event" },
    {
      method: "post",
      path: "/{eventId}/series",
      tags: ["Events"],
      summary: "Makes the further events of a series, as drafts",
      request: { params: EventPath, headers: KeyedHeaders, body: body(SeriesInput) },
      responses: {
        200: { description: "The series as it now stands", content: json(MadeSeries) },
        ...refusals(
          "event_unknown",
          "version_conflict",
          "reference_unknown",
          "details_invalid",
          "sessions_in_too_many_months",
          "series_undated",
          "in_series",
          "event_not_editable",
        ),
      },
    },
  ),
  publishMany: adminRoute(
    { action: "publish_event", on: "reach" },
    {
      method: "post",
      path: "/publish-many",
      tags: ["Events"],
      summary: "Publishes many, each by itself",
      request: { body: body(PublishMany) },
      responses: { 200: { description: "An outcome each", content: json(PublishedMany) }, ...refusals() },
    },
  ),
} as const;

/** The console's routes where one event makes others, under `/api/admin/events`. */
export const eventCopyAdminRoutes = (deps: Deps) =>
  adminRouter()
    .openapi(guarded(deps, eventCopyRoutes.clone), async (c) => {
      const actor = c.get("actor");
      const idempotencyKey = c.req.valid("header")["idempotency-key"];
      const made = await cloneEvent(deps, { actor, event: c.get("event"), wanted: c.req.valid("json"), idempotencyKey });
      if (!made.ok) return refused(c, made.refusal);
      const got = await getEvent(deps, { actor, eventId: made.value.id });
      return got.ok ? c.json(got.value, 201) : refused(c, got.refusal);
    })
    .openapi(guarded(deps, eventCopyRoutes.series), async (c) => {
      const { series } = c.get("event");
      return series ? c.json(await getSeries(deps, c.get("actor"), series), 200) : refused(c, { code: "not_in_series" });
    })
    .openapi(guarded(deps, eventCopyRoutes.seriesDates), async (c) => {
      const planned = planSeries(deps, c.get("event"), c.req.valid("json"));
      return planned.ok ? c.json(planned.value, 200) : refused(c, planned.refusal);
    })
    .openapi(guarded(deps, eventCopyRoutes.makeSeries), async (c) => {
      const idempotencyKey = c.req.valid("header")["idempotency-key"];
      const made = await makeSeries(deps, { actor: c.get("actor"), event: c.get("event"), wanted: c.req.valid("json"), idempotencyKey });
      return made.ok ? c.json(made.value, 200) : refused(c, made.refusal);
    })
    .openapi(guarded(deps, eventCopyRoutes.publishMany), async (c) => {
      const outcomes = await publishMany(deps, { actor: c.get("actor"), events: c.req.valid("json").events });
      return c.json({ outcomes: outcomes.map(told) }, 200);
    });

const told = (outcome: PublishOutcome): PublishedMany["outcomes"][number] => {
  if (!("faults" in outcome) || outcome.faults === undefined) return outcome;
  const { faults, ...rest } = outcome;
  return { ...rest, errors: fieldErrorsOfPublishing(faults) };
};
