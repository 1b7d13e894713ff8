import { SettlingRefusalCode, SignUpId } from "@cte-partnerships/domain";
import * as z from "zod";

/** What somebody who signed up is told, as JSON. Fields are only ever added: others build on these shapes. */

/** The Idempotency-Key header: printable ASCII. Clients make it up once for each sign-up, and send it again with each retry. */
export const IdempotencyKey = z.string().regex(/^[\x20-\x7e]{1,255}$/);

const manageUrl = z.url();
const statusUrl = z.url();
const place = z.int().min(1);

/** 201: settled. */
export const TakenIn = z.object({
  id: SignUpId,
  state: z.enum(["confirmed", "pending", "waitlisted"]),
  /** Place in line, counted from 1; there while waitlisted. */
  place: place.optional(),
  manageUrl,
});

/** 202: taken in for good, and not settled yet. `statusUrl` tells what became of it. */
export const Received = z.object({ id: SignUpId, state: z.literal("received"), statusUrl, manageUrl });

/** 200 to the same key after the sign-up has ended. */
export const Ended = z.object({ id: SignUpId, state: z.enum(["declined", "withdrawn", "cancelled"]), manageUrl });

/** 200: this address has a sign-up at this session. Nothing more is told to whoever asks; its holder gets the link by mail. */
export const AlreadySignedUp = z.object({ state: z.literal("already_signed_up") });

/** What `statusUrl` answers: the sign-up as it stands. */
export const SignUpStatus = z.discriminatedUnion("state", [
  Received,
  TakenIn.extend({ state: z.literal("confirmed") }),
  TakenIn.extend({ state: z.literal("pending") }),
  TakenIn.extend({ state: z.literal("waitlisted"), place }),
  z.object({ id: SignUpId, state: z.literal("refused"), code: SettlingRefusalCode, manageUrl }),
  Ended.extend({ state: z.literal("declined") }),
  Ended.extend({ state: z.literal("withdrawn") }),
  Ended.extend({ state: z.literal("cancelled") }),
]);
export type SignUpStatus = z.infer<typeof SignUpStatus>;
