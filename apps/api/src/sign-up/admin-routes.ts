import { type Result, SessionId, SignUpId, SignUpInput } from "@cte-partnerships/domain";
import type { Context } from "hono";
import * as z from "zod";
import type { AdminEnv } from "../access/admin-env.ts";
import { adminRoute, adminRouter, guarded, refusals, refused } from "../access/policy.ts";
import type { Deps } from "../deps.ts";
import { CapacityInput, SeatCounts } from "../event/contract.ts";
import { seatCounts } from "../event/get-event.ts";
import { problemBody, type Refusal } from "../http/problem.ts";
import { addMany, previewAddMany, type RowAnswer } from "./add-many.ts";
import { approve } from "./approve.ts";
import { changeCapacity } from "./change-capacity.ts";
import {
  Added,
  AddedMany,
  AddManyInput,
  Decided,
  DecidedMany,
  DecideInput,
  DecideManyInput,
  DecisionPreview,
  DeclineInput,
  WithdrawManyInput,
} from "./contract.ts";
import { decideMany, type Many, previewMany } from "./decide-many.ts";
import { decline } from "./decline.ts";
import { IdempotencyKey } from "./public-contract.ts";
import { signUp } from "./sign-up.ts";
import { withdraw } from "./withdraw.ts";

const SessionPath = z.object({ sessionId: SessionId });
const SignUpPath = z.object({ sessionId: SessionId, signUpId: SignUpId });
const AddHeaders = z.object({ "idempotency-key": IdempotencyKey.optional() });
const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ content: json(schema), required: true as const });

const decided = { description: "The sign-up as it now stands", content: json(Decided) };
const decidedMany = { description: "What became, or would become, of each", content: json(z.union([DecisionPreview, DecidedMany])) };
const decisionRefusals = refusals(
  "session_unknown",
  "sign_up_unknown",
  "version_conflict",
  "not_pending",
  "not_standing",
  "session_started",
  "session_cancelled",
);

export const signUpRoutes = {
  capacity: adminRoute(
    { action: "change_capacity", on: "session" },
    {
      method: "post",
      path: "/{sessionId}/capacity",
      tags: ["Roster"],
      summary: "Changes a session's capacity; raised, the line moves up",
      request: { params: SessionPath, body: body(CapacityInput) },
      responses: {
        200: { description: "The seats after the change", content: json(SeatCounts) },
        ...refusals("session_unknown", "version_conflict", "session_started", "session_cancelled", "capacity_out_of_range"),
      },
    },
  ),
  add: adminRoute(
    { action: "add_sign_up", on: "session" },
    {
      method: "post",
      path: "/{sessionId}/sign-ups",
      tags: ["Roster"],
      summary: "Signs somebody up by the same path as the public's; Idempotency-Key needed",
      request: { params: SessionPath, headers: AddHeaders, body: body(SignUpInput) },
      responses: {
        200: { description: "This address has a sign-up here already", content: json(Added) },
        201: { description: "Taken in, and settled", content: json(Added) },
        202: { description: "Taken in, and settled soon", content: json(Added) },
        ...refusals(
          "session_unknown",
          "idempotency_key_missing",
          "idempotency_key_reused",
          "answers_invalid",
          "session_full",
          "sign_ups_not_open",
          "sign_ups_closed",
          "party_too_large",
          "party_larger_than_session",
          "session_cancelled",
          "event_cancelled",
        ),
      },
    },
  ),
  addMany: adminRoute(
    { action: "add_sign_up", on: "session" },
    {
      method: "post",
      path: "/{sessionId}/sign-ups/many",
      tags: ["Roster"],
      summary: "Signs many up, each by themselves and with a key of their own; as a preview it says what would become of each, and changes nothing",
      request: { params: SessionPath, body: body(AddManyInput) },
      responses: {
        200: { description: "What became, or would become, of each", content: json(AddedMany) },
        ...refusals("session_unknown"),
      },
    },
  ),
  approve: adminRoute(
    { action: "decide_sign_up", on: "session" },
    {
      method: "post",
      path: "/{sessionId}/sign-ups/{signUpId}/approve",
      tags: ["Roster"],
      summary: "Approves a pending sign-up",
      request: { params: SignUpPath, body: body(DecideInput) },
      responses: { 200: decided, ...decisionRefusals },
    },
  ),
  decline: adminRoute(
    { action: "decide_sign_up", on: "session" },
    {
      method: "post",
      path: "/{sessionId}/sign-ups/{signUpId}/decline",
      tags: ["Roster"],
      summary: "Declines a sign-up that is pending or in line",
      request: { params: SignUpPath, body: body(DeclineInput) },
      responses: { 200: decided, ...decisionRefusals },
    },
  ),
  withdraw: adminRoute(
    { action: "withdraw_sign_up", on: "session" },
    {
      method: "post",
      path: "/{sessionId}/sign-ups/{signUpId}/withdraw",
      tags: ["Roster"],
      summary: "Withdraws a sign-up for somebody",
      request: { params: SignUpPath, body: body(DecideInput) },
      responses: { 200: decided, ...decisionRefusals },
    },
  ),
  decideMany: adminRoute(
    { action: "decide_sign_up", on: "session" },
    {
      method: "post",
      path: "/{sessionId}/decide",
      tags: ["Roster"],
      summary: "Approves or declines some people, each by themselves; as a preview it says what would become of each, and changes nothing",
      request: { params: SessionPath, body: body(DecideManyInput) },
      responses: { 200: decidedMany, ...refusals("session_unknown") },
    },
  ),
  withdrawMany: adminRoute(
    { action: "withdraw_sign_up", on: "session" },
    {
      method: "post",
      path: "/{sessionId}/withdraw",
      tags: ["Roster"],
      summary: "Withdraws some sign-ups for their holders, each by itself; as a preview it says what would become of each, and changes nothing",
      request: { params: SessionPath, body: body(WithdrawManyInput) },
      responses: { 200: decidedMany, ...refusals("session_unknown") },
    },
  ),
} as const;

/** What is done at a session and to its sign-ups, under `/api/admin/sessions`. */
export function signUpAdminRoutes(deps: Deps) {
  const by = (c: Context<AdminEnv>) => ({ kind: "user", userId: c.get("actor").userId }) as const;
  const answer = (c: Context<AdminEnv>, result: Result<Decided, Refusal & { code: string }>) => {
    if (!result.ok) return refused(c, result.refusal);
    const { id, state, version } = result.value;
    return c.json({ id, state, version }, 200);
  };

  const answerMany = async (c: Context<AdminEnv>, many: Omit<Many, "sessionId">, isPreview = false) => {
    const asked = { ...many, sessionId: c.get("sessionId") };
    if (!isPreview) return c.json(await decideMany(deps, asked, by(c)), 200);
    const preview = await previewMany(deps, { ...asked, event: c.get("event") });
    return preview ? c.json(preview, 200) : refused(c, { code: "session_unknown" });
  };

  return adminRouter()
    .openapi(guarded(deps, signUpRoutes.capacity), async (c) => {
      const { capacity, version } = c.req.valid("json");
      const changed = await changeCapacity(deps, { sessionId: c.get("sessionId"), capacity, settingsVersion: version, by: by(c) });
      return changed.ok ? c.json(seatCounts(changed.value), 200) : refused(c, changed.refusal);
    })
    .openapi(guarded(deps, signUpRoutes.add), async (c) => {
      const idempotencyKey = c.req.valid("header")["idempotency-key"];
      if (idempotencyKey === undefined) return refused(c, { code: "idempotency_key_missing" });
      const answered = await signUp(deps, { sessionId: c.get("sessionId"), input: c.req.valid("json"), idempotencyKey, by: by(c), adder: "office" });
      if (answered.kind === "refused") return refused(c, answered.refusal);
      if (answered.kind === "already_signed_up") return c.json({ state: "already_signed_up" as const }, 200);
      const { id, state } = answered.signUp;
      if (answered.signUp.state === "refused") return refused(c, { code: answered.signUp.code });
      const place = answered.signUp.state === "waitlisted" ? { place: answered.signUp.place } : {};
      return c.json({ id, state, ...place }, state === "received" ? 202 : 201);
    })
    .openapi(guarded(deps, signUpRoutes.addMany), async (c) => {
      const { rows, isPreview } = c.req.valid("json");
      const asked = { sessionId: c.get("sessionId"), rows, by: by(c) };
      const answers = isPreview ? await previewAddMany(deps, { ...asked, event: c.get("event") }) : await addMany(deps, asked);
      return c.json({ outcomes: answers.map(outcomeOf) }, 200);
    })
    .openapi(guarded(deps, signUpRoutes.approve), async (c) => {
      const { sessionId, signUpId } = c.req.valid("param");
      return answer(c, await approve(deps, { sessionId, signUpId, by: by(c), version: c.req.valid("json").version }));
    })
    .openapi(guarded(deps, signUpRoutes.decline), async (c) => {
      const { sessionId, signUpId } = c.req.valid("param");
      const { version, reason } = c.req.valid("json");
      return answer(c, await decline(deps, { sessionId, signUpId, by: by(c), version, ...(reason === undefined ? {} : { reason }) }));
    })
    .openapi(guarded(deps, signUpRoutes.withdraw), async (c) => {
      const { sessionId, signUpId } = c.req.valid("param");
      return answer(c, await withdraw(deps, { sessionId, signUpId, by: by(c), version: c.req.valid("json").version }));
    })
    .openapi(guarded(deps, signUpRoutes.decideMany), (c) => {
      const { isPreview, ...many } = c.req.valid("json");
      return answerMany(c, many, isPreview);
    })
    .openapi(guarded(deps, signUpRoutes.withdrawMany), (c) => {
      const { people, isPreview } = c.req.valid("json");
      return answerMany(c, { step: "withdraw", people }, isPreview);
    });
}

/** What became of one of many: as when they are added alone, only that a refusal is an answer too. */
function outcomeOf(answer: RowAnswer): AddedMany["outcomes"][number] {
  if (answer.kind === "foreseen") return { foreseen: "taken_in" };
  if (answer.kind === "already_signed_up") return { state: "already_signed_up" };
  if (answer.kind === "unavailable") return outcomeOfRefusal({ code: "unavailable" });
  if (answer.kind === "refused") return outcomeOfRefusal(answer.refusal);
  const { signUp: taken } = answer;
  if (taken.state === "refused") return outcomeOfRefusal({ code: taken.code });
  return { state: taken.state, id: taken.id, ...(taken.state === "waitlisted" ? { place: taken.place } : {}) };
}

function outcomeOfRefusal(refusal: Refusal): AddedMany["outcomes"][number] {
  const { type: _type, title: _title, status: _status, code, errors, ...facts } = problemBody(refusal);
  return { refusal: code, facts, ...(errors ? { errors } : {}) };
}
