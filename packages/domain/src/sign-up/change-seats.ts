import { limits } from "../event/session.ts";
import type { Instant } from "../shared/instant.ts";
import { accept, type Result, refuse } from "../shared/result.ts";
import type { Seats } from "./seats.ts";

/** Why a session's seats stay as they were. */
export type SeatsRefusal =
  | { code: "session_cancelled" }
  | { code: "session_started"; startedAt: Instant }
  | { code: "capacity_out_of_range"; min: 1; max: number };

/**
 * Changes how many seats a session has. Lowered under what is taken, it cancels nobody and takes nobody in; raised, the
 * line is promoted in order when the session is settled next.
 *
 * @example
 * changeCapacity(seats, 40, now).value.capacity // 40
 * changeCapacity(seats, 0, now).refusal // { code: "capacity_out_of_range", min: 1, max: 100000 }
 */
export function changeCapacity(seats: Seats, capacity: number, now: Instant): Result<Seats, SeatsRefusal> {
  if (seats.status === "cancelled") return refuse({ code: "session_cancelled" });
  if (now >= seats.startsAt) return refuse({ code: "session_started", startedAt: seats.startsAt });
  if (!Number.isInteger(capacity) || capacity < 1 || capacity > limits.capacity) return refuse({ code: "capacity_out_of_range", min: 1, max: limits.capacity });
  return accept({ ...seats, capacity, settingsVersion: seats.settingsVersion + 1, version: seats.version + 1 });
}

/**
 * No seat of this session is given from now on.
 *
 * @example
 * cancelSeats(seats).status // "cancelled"
 */
export function cancelSeats(seats: Seats): Seats {
  return { ...seats, status: "cancelled", settingsVersion: seats.settingsVersion + 1, version: seats.version + 1 };
}
