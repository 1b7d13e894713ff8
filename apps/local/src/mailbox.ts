import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { beHelper } from "./helper-process.ts";
import { openMailFile } from "./mail-file.ts";

export interface MailboxSettings {
  port: number;
  /** Where mails are kept between starts; absent: nowhere. */
  file?: string | undefined;
}

const require = createRequire(import.meta.url);
const { default: serveMailbox } = require("aws-ses-v2-local") as typeof import("aws-ses-v2-local");
/** The mailbox keeps its mails in memory, behind these two functions that its routes call by name. */
const store = require("aws-ses-v2-local/dist/store.js") as { saveEmail(mail: object): void; clearStore(): void };

await beHelper<MailboxSettings>(async ({ port, file }) => {
  if (file !== undefined) keepIn(file);
  // On loopback: it takes mail from anybody, and shows everybody's.
  const server = await serveMailbox({ host: "127.0.0.1", port });
  return (server.address() as AddressInfo).port;
});

/** A mail that was taken is on the disk before whoever sent it hears so: after a crash it is in the mailbox again. */
function keepIn(path: string): void {
  const file = openMailFile(path);
  const { saveEmail, clearStore } = store;
  for (const mail of file.readLatest()) saveEmail(mail);
  store.saveEmail = (mail) => {
    file.add(mail);
    saveEmail(mail);
  };
  store.clearStore = () => {
    file.clear();
    clearStore();
  };
}
