import type { Event, Host } from "../event/event.ts";
import type { Session } from "../event/session.ts";
import type { Venue } from "../event/venue.ts";
import { column } from "./csv.ts";

const hostId = (host: Host) => (host.kind === "commission" ? host.commissionId : host.kind === "school" ? host.schoolId : undefined);
const placeOf = (venue: Venue) => (venue.kind === "virtual" ? undefined : venue.place);
const scheduled = ({ sessions }: Event) => sessions.filter(({ status }) => status === "scheduled");
const publishedAt = (event: Event) => ("publishedAt" in event ? event.publishedAt : undefined);

/** Events as a table, a row an event. The address for joining online is left out: it is for people with a seat. */
export const eventColumns = [
  column("event_id", "text", ({ id }: Event) => id),
  column("slug", "text", ({ slug }: Event) => slug),
  column("title", "text", ({ title }: Event) => title),
  column("activity_type_id", "text", ({ activityTypeId }: Event) => activityTypeId),
  column("status", "text", ({ status }: Event) => status),
  column("host_kind", "text", ({ host }: Event) => host.kind),
  column("host_id", "text", ({ host }: Event) => hostId(host)),
  column("audience", "text", ({ audience }: Event) => audience),
  column("venue_kind", "text", ({ venue }: Event) => venue.kind),
  column("zone", "text", ({ venue }: Event) => venue.zone),
  column("place_name", "text", ({ venue }: Event) => placeOf(venue)?.name),
  column("street", "text", ({ venue }: Event) => placeOf(venue)?.street),
  column("city", "text", ({ venue }: Event) => placeOf(venue)?.city),
  column("region", "text", ({ venue }: Event) => placeOf(venue)?.region),
  column("postal_code", "text", ({ venue }: Event) => placeOf(venue)?.postalCode),
  column("borough_id", "text", ({ venue }: Event) => placeOf(venue)?.boroughId),
  column("scheduled_sessions", "number", (event: Event) => scheduled(event).length),
  column("scheduled_seats", "number", (event: Event) => scheduled(event).reduce((total, { capacity }) => total + capacity, 0)),
  column("sign_ups_open_at", "text", ({ signUpWindow }: Event) => signUpWindow.opensAt),
  column("sign_ups_close_at", "text", ({ signUpWindow }: Event) => signUpWindow.closesAt),
  column("needs_approval", "yes_no", ({ needsApproval }: Event) => needsApproval),
  column("published_at", "text", publishedAt),
] as const;

/** A session with the event that it is of. */
export interface EventSession {
  event: Event;
  session: Session;
}

/** Sessions as a table, a row a session. */
export const sessionColumns = [
  column("session_id", "text", ({ session }: EventSession) => session.id),
  column("event_id", "text", ({ event }: EventSession) => event.id),
  column("label", "text", ({ session }: EventSession) => session.label),
  column("status", "text", ({ session }: EventSession) => session.status),
  column("starts_at", "text", ({ session }: EventSession) => session.startsAt),
  column("ends_at", "text", ({ session }: EventSession) => session.endsAt),
  column("seats", "number", ({ session }: EventSession) => session.capacity),
  column("largest_party_people", "number", ({ session }: EventSession) => session.partySizeLimit),
  column("waiting_parties_limit", "number", ({ session }: EventSession) => session.waitlistLimit),
] as const;
