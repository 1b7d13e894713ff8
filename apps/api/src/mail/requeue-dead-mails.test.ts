import { instantFrom } from "@cte-partnerships/domain";
import { describe, expect, it } from "vitest";
import { allItems, countBy } from "../../test/all-items.ts";
import { testDeps } from "../../test/deps.ts";
import { follow, StreamTail, withQueue } from "../../test/follow-stream.ts";
import { publishedSession, signUpPerson } from "../../test/published-event.ts";
import { sweep } from "../lambda/schedule.ts";
import { withdraw } from "../sign-up/withdraw.ts";
import { deliver, markDead } from "./deliver.ts";
import { requeueDeadMails } from "./requeue-dead-mails.ts";
import { countDeadMails } from "./store.ts";

const minutes = 60_000;

/** Two people's mails, given up since the mail service was away for long. */
async function givenUp() {
  const sent: string[] = [];
  const deps = { ...withQueue(await testDeps()), mailer: { send: async (message: Uint8Array) => void sent.push(Buffer.from(message).toString()) } };
  const { sessionId } = await publishedSession(deps, { capacity: 5 });
  const people = [await signUpPerson(deps, sessionId), await signUpPerson(deps, sessionId)];
  await follow(deps, new StreamTail(deps));
  const mailIds = deps.mailQueue.sent.splice(0);
  for (const mailId of mailIds) await markDead(deps, mailId);
  return { deps, sent, sessionId, people, mailIds };
}

describe("mails that were given up", () => {
  it("are queued again by one command and the next sweep, and sent", async () => {
    const { deps, sent, mailIds } = await givenUp();
    deps.clock.set(instantFrom(Date.now() + 5 * minutes));
    await sweep(deps);
    expect(deps.mailQueue.sent, "by itself nothing happens").toEqual([]);

    expect(await requeueDeadMails(deps)).toBe(2);
    expect(await countDeadMails(deps)).toBe(0);
    await sweep(deps);
    expect(deps.mailQueue.sent.toSorted()).toEqual(mailIds.toSorted());
    for (const mailId of mailIds) expect(await deliver(deps, mailId)).toBe("sent");
    expect(sent).toHaveLength(2);
    expect(await requeueDeadMails(deps), "what was sent stays sent").toBe(0);
  });

  it("say nothing that is not true any more", async () => {
    const { deps, sent, sessionId, people, mailIds } = await givenUp();
    for (const person of people) if (person.kind === "taken_in") await withdraw(deps, { sessionId, signUpId: person.signUp.id, by: { kind: "person" } });
    await requeueDeadMails(deps);
    for (const mailId of mailIds) expect(await deliver(deps, mailId)).toBe("overtaken");
    expect(sent).toEqual([]);
    expect(countBy(await allItems(deps, "mail"), (mail) => mail.state)).toEqual({ overtaken: 2 });
  });
});
