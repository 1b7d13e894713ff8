import { describe, expectTypeOf, it } from "vitest";
import {
  approve,
  type ChangeRefusal,
  CommissionId,
  type cancelEvent,
  type changeCapacity,
  type DomainRefusalCode,
  EmailAddress,
  type Event,
  type EventId,
  type Instant,
  makeEvent,
  may,
  type publishEvent,
  type Role,
  refusalCodes,
  type Session,
  SessionId,
  type SettlingRefusalCode,
  type SignUp,
  type SignUpState,
  type Slug,
  type TakeInRefusal,
  type Zone,
} from "../src/index.ts";

type In<Union, Tag extends string, Value> = Extract<Union, Record<Tag, Value>>;

describe("ids", () => {
  it("are not one another, and not text", () => {
    expectTypeOf<CommissionId>().not.toExtend<SessionId>();
    expectTypeOf<SessionId>().not.toExtend<EventId>();
    expectTypeOf<string>().not.toExtend<SessionId>();
    expectTypeOf<SessionId>().toExtend<string>();
    expectTypeOf(SessionId.parse("")).toEqualTypeOf<SessionId>();
    // @ts-expect-error a commission is not a session
    expectTypeOf(CommissionId.parse("")).toEqualTypeOf<SessionId>();
  });

  it("are not the only text with a meaning of its own", () => {
    expectTypeOf<string>().not.toExtend<Instant>();
    expectTypeOf<string>().not.toExtend<Zone>();
    expectTypeOf<string>().not.toExtend<Slug>();
    expectTypeOf(EmailAddress.parse("")).not.toEqualTypeOf<string>();
    expectTypeOf<Instant>().not.toExtend<Zone>();
  });
});

describe("states", () => {
  it("have their own fields, and only those", () => {
    expectTypeOf<In<Event, "status", "cancelled">>().toHaveProperty("cancelledAt").toEqualTypeOf<Instant>();
    expectTypeOf<In<Event, "status", "published">>().not.toHaveProperty("cancelledAt");
    expectTypeOf<In<Event, "status", "draft">>().not.toHaveProperty("publishedAt");
    expectTypeOf<In<Session, "status", "scheduled">>().not.toHaveProperty("reason");
    expectTypeOf<In<SignUp, "state", "confirmed">>().toHaveProperty("number").toEqualTypeOf<number>();
    expectTypeOf<In<SignUp, "state", "received">>().not.toHaveProperty("number");
    expectTypeOf<In<SignUp, "state", "waitlisted">>().toHaveProperty("place").toEqualTypeOf<number>();
    expectTypeOf<In<SignUp, "state", "confirmed">>().not.toHaveProperty("endedAt");
    expectTypeOf<In<SignUp, "state", "refused">>().toHaveProperty("code").toEqualTypeOf<SettlingRefusalCode>();
  });

  it("are closed: a new one does not go unnoticed", () => {
    expectTypeOf<Event["status"]>().toEqualTypeOf<"draft" | "published" | "closed" | "done" | "cancelled">();
    expectTypeOf<SignUpState>().toEqualTypeOf<"received" | "confirmed" | "pending" | "waitlisted" | "refused" | "declined" | "withdrawn" | "cancelled">();
    expectTypeOf<Role>().toEqualTypeOf<"director" | "coordinator" | "chair" | "school_coordinator" | "viewer">();
  });
});

describe("decisions", () => {
  it("tell the state they lead to", () => {
    expectTypeOf(makeEvent).returns.toEqualTypeOf<In<Event, "status", "draft">>();
    const published = {} as ReturnType<typeof publishEvent>;
    if (published.ok) expectTypeOf(published.value.status).toEqualTypeOf<"published">();
    const cancelled = {} as ReturnType<typeof cancelEvent>;
    if (cancelled.ok) expectTypeOf(cancelled.value.cancelledAt).toEqualTypeOf<Instant>();
    const approved = {} as ReturnType<typeof approve>;
    if (approved.ok) expectTypeOf(approved.value.signUp.state).toEqualTypeOf<"confirmed">();
    else expectTypeOf(approved.refusal).toEqualTypeOf<ChangeRefusal>();
  });

  it("give either a value or a refusal, never both", () => {
    const result = {} as ReturnType<typeof changeCapacity>;
    // @ts-expect-error nobody has looked yet whether it was accepted
    result.value;
    if (!result.ok) expectTypeOf(result).not.toHaveProperty("value");
  });

  it("carry the facts that belong to the code", () => {
    expectTypeOf<Extract<TakeInRefusal, { code: "sign_ups_not_open" }>>().toHaveProperty("opensAt").toEqualTypeOf<Instant>();
    expectTypeOf<Extract<TakeInRefusal, { code: "session_full" }>>().toHaveProperty("waitlist").toEqualTypeOf<"off" | "full">();
    expectTypeOf<Extract<TakeInRefusal, { code: "event_cancelled" }>>().not.toHaveProperty("opensAt");
    expectTypeOf(refusalCodes).toEqualTypeOf<readonly DomainRefusalCode[]>();
  });

  it("take the clock as an argument", () => {
    expectTypeOf(may).parameter(3).toEqualTypeOf<Instant>();
    expectTypeOf(approve).parameter(2).toEqualTypeOf<Instant>();
    // @ts-expect-error a moment must be given
    approve({} as SignUp, {} as Parameters<typeof approve>[1]);
  });
});
