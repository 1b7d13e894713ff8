import { SESv2Client } from "@aws-sdk/client-sesv2";
import { type Mailer, sesMailer } from "@cte-partnerships/api/local";
import { region } from "./database.ts";

/** The mailer of the deployment, with the local mailbox in the place of Amazon's service. */
export function openMailer(mailboxOrigin: string): Mailer & { close(): void } {
  const client = new SESv2Client({
    endpoint: mailboxOrigin,
    region,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 5000, throwOnRequestTimeout: true },
  });
  return { ...sesMailer(undefined, client), close: () => client.destroy() };
}
