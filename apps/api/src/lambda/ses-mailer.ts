import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import type { Mailer } from "../mail/mailer.ts";

/** Sends finished messages through Amazon SES. The queue tries again, so one attempt is enough here. */
export function sesMailer(configurationSet: string | undefined, client: SESv2Client = new SESv2Client({ maxAttempts: 1 })): Mailer {
  return {
    send: async (message) => {
      const named = configurationSet === undefined ? {} : { ConfigurationSetName: configurationSet };
      await client.send(new SendEmailCommand({ Content: { Raw: { Data: message } }, ...named }));
    },
  };
}
