import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { beHelper } from "./helper-process.ts";

export interface MailboxSettings {
  port: number;
}

const { default: serveMailbox } = createRequire(import.meta.url)("aws-ses-v2-local") as typeof import("aws-ses-v2-local");

await beHelper<MailboxSettings>(async ({ port }) => {
  // On loopback: it takes mail from anybody, and shows everybody's.
  const server = await serveMailbox({ host: "127.0.0.1", port });
  return (server.address() as AddressInfo).port;
});
