import { createHash } from "node:crypto";
import { BatchWriteCommand } from "@aws-sdk/lib-dynamodb";
import { type EventId, type SessionId, type SignUp, SignUpInput } from "@cte-partnerships/domain";
import type { Deps } from "../../src/deps.ts";
import { signUpItem } from "../../src/sign-up/store.ts";

type Batch = { PutRequest: { Item: Record<string, unknown> } }[];

/** Confirmed sign-ups as they stand after a rush, put straight into the table: taking so many in one by one would take minutes. */
export async function putSignUps(deps: Deps, event: { id: EventId }, sessionId: SessionId, count: number): Promise<void> {
  const at = deps.now();
  const items = Array.from({ length: count }, (_, index) => {
    const input = SignUpInput.parse({ name: "Alexandra Example-Longname", email: `alexandra.example-${index}@department.example.org` });
    const id = deps.ids.signUp(createHash("sha256").update(`${sessionId} ${input.email}`).digest("hex").slice(0, 26));
    const who = { id, sessionId, eventId: event.id, ...input, receivedAt: at, version: 2 };
    const signUp: SignUp = { state: "confirmed", ...who, number: index + 1, seatedAt: at };
    return signUpItem({ signUp, linkVersion: 1, keyHash: "k".repeat(43), contentHash: "c".repeat(43) }, { by: { kind: "person" }, at, op: "bench" });
  });
  const batches = Array.from({ length: Math.ceil(count / 25) }, (_, batch) => items.slice(batch * 25, batch * 25 + 25));
  for (let from = 0; from < batches.length; from += 4) {
    await Promise.all(
      batches.slice(from, from + 4).map((batch) =>
        put(
          deps,
          batch.map((Item) => ({ PutRequest: { Item } })),
        ),
      ),
    );
  }
}

async function put({ table }: Deps, batch: Batch): Promise<void> {
  for (let left = batch; left.length > 0; ) {
    const answer = await table.client.send(new BatchWriteCommand({ RequestItems: { [table.name]: left } }));
    left = (answer.UnprocessedItems?.[table.name] ?? []) as Batch;
  }
}
