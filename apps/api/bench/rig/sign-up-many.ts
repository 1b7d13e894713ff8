import { marshall } from "@aws-sdk/util-dynamodb";
import { type SessionId, SignUpInput } from "@cte-partnerships/domain";
import type { DynamoDBRecord } from "aws-lambda";
import type { Deps } from "../../src/deps.ts";
import { handleRecords } from "../../src/lambda/stream.ts";
import { signUp } from "../../src/sign-up/sign-up.ts";
import { allItems } from "../../test/all-items.ts";

/** So many people who signed up, the records that tell of it, and the mails that follow. */
export async function signUpMany(deps: Deps, sessionId: SessionId, people: number): Promise<{ records: DynamoDBRecord[]; mailIds: string[] }> {
  for (let person = 0; person < people; person++) {
    const input = SignUpInput.parse({ name: "Alex Example", email: `known-${person}@example.org` });
    await signUp(deps, { sessionId, input, idempotencyKey: `known-${person}`, by: { kind: "person" }, adder: "person" });
  }
  const items = (await allItems(deps, "sign-up")).filter((item) => item.sessionId === sessionId);
  const records = items.map((item, index): DynamoDBRecord => {
    const image = marshall(item, { removeUndefinedValues: true }) as never;
    const before = marshall({ ...item, state: "received" }, { removeUndefinedValues: true }) as never;
    const Keys = marshall({ pk: item.pk, sk: item.sk }) as never;
    return { eventID: `bench-${index}`, eventName: "MODIFY", dynamodb: { Keys, OldImage: before, NewImage: image, SequenceNumber: String(index) } };
  });
  await handleRecords({ ...deps, mailQueue: { send: async () => {} } }, records);
  return { records, mailIds: (await allItems(deps, "mail")).map((mail) => String(mail.id)) };
}
