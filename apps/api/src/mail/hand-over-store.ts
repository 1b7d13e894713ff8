import type { EventId, Host, Instant } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { queryPage } from "../table/read.ts";
import { shape } from "../table/shape.ts";
import type { Item } from "../table/transact.ts";
import { writeOne } from "../table/write-one.ts";
import { failedOf, mailKey } from "./store.ts";

type Store = Pick<Deps, "table">;

/** An event that one host handed over to another. */
export interface FailedOfEvent {
  eventId: EventId;
  from: Host;
  to: Host;
}

/** Mails of an event that were held or given up and stand among those of the host that had it, page by page. Eventually consistent. */
export async function* listFailedOfEvent(deps: Store, { eventId, from }: FailedOfEvent, since: Instant): AsyncGenerator<string[]> {
  let lastKey: Item | undefined;
  do {
    const page = await queryPage(deps, {
      IndexName: shape.host.name,
      KeyConditionExpression: "hostPk = :host AND hostSk > :since",
      FilterExpression: "eventId = :eventId",
      ExpressionAttributeValues: { ":host": failedOf(from), ":since": since, ":eventId": eventId },
      ...(lastKey ? { ExclusiveStartKey: lastKey } : {}),
    });
    yield page.items.map(({ id }) => String(id));
    lastKey = page.lastKey;
  } while (lastKey);
}

/** A mail that failed stands among those of the event's new host, at its own place. */
export async function moveFailedMail({ table }: Store, mailId: string, { from, to }: FailedOfEvent): Promise<void> {
  await writeOne(
    { table },
    {
      Update: {
        TableName: table.name,
        Key: mailKey(mailId),
        UpdateExpression: "SET hostPk = :to",
        ConditionExpression: "hostPk = :from",
        ExpressionAttributeValues: { ":from": failedOf(from), ":to": failedOf(to) },
      },
    },
  );
}
