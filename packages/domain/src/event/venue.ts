import * as z from "zod";
import { BoroughId } from "../shared/id.ts";
import { Zone } from "../shared/instant.ts";
import { line, WebAddress } from "../shared/text.ts";

const place = z.strictObject({
  name: line(120),
  street: line(120),
  city: line(80),
  /** Two letters, as the postal service writes them. */
  region: z.string().regex(/^[A-Z]{2}$/, "must be two capital letters such as NY"),
  postalCode: z.string().regex(/^\d{5}(?:-\d{4})?$/, "must be a ZIP code such as 10001"),
  boroughId: BoroughId,
  /** How to get in: entrance, floor, step-free way. */
  directions: line(300).optional(),
});

const online = z.strictObject({
  /** Told to people with a seat, never on the public page. */
  joinUrl: WebAddress.optional(),
  note: line(300).optional(),
});

/** Where an event happens. Its IANA zone decides how every time of the event is shown, wherever the reader sits. */
export const Venue = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("place"), zone: Zone, place }),
  z.strictObject({ kind: z.literal("virtual"), zone: Zone, online }),
  z.strictObject({ kind: z.literal("place_and_virtual"), zone: Zone, place, online }),
]);
export type Venue = z.infer<typeof Venue>;
