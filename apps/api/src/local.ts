/** What `apps/local` runs of the API: the same parts that `lambda/` deploys, put together on one machine. */

export { giveGrant } from "./access/give-grant.ts";
export { registerUser } from "./access/register-user.ts";
export { buildAdminApp } from "./admin-app.ts";
export { agency } from "./agency.ts";
export type { Config, Deps, Log } from "./deps.ts";
export { cancelEvent } from "./event/cancel-event.ts";
export { cancelSession } from "./event/cancel-session.ts";
export { closeEvent } from "./event/close-event.ts";
export { finishEvents } from "./event/finish-events.ts";
export { makeEvent } from "./event/make-event.ts";
export { publishEvent } from "./event/publish-event.ts";
export { reconcileAll } from "./event/reconcile-all.ts";
export { findEvent } from "./event/store.ts";
export { crockford, type Ids, makeIds } from "./ids.ts";
export { sweep } from "./lambda/schedule.ts";
export { sesMailer } from "./lambda/ses-mailer.ts";
export { handleRecords } from "./lambda/stream.ts";
export { deliver, markDead } from "./mail/deliver.ts";
export type { Mailer, MailerDeps, MailQueue, StreamDeps } from "./mail/mailer.ts";
export { countDeadMails, listQueuedSince } from "./mail/store.ts";
export { buildPublicApp } from "./public-app.ts";
export type { KeyRing, Secrets } from "./secrets.ts";
export { approve } from "./sign-up/approve.ts";
export { decline } from "./sign-up/decline.ts";
export { signUp } from "./sign-up/sign-up.ts";
export { openTable, type Table } from "./table/client.ts";
export { createTableInput } from "./table/create.ts";
