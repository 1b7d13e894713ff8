import { EmailAddress as Email, type EmailAddress, instantFrom, minutesAfter } from "@cte-partnerships/domain";
import { describe, expect, it } from "vitest";
import { allItems } from "../../test/all-items.ts";
import { testDeps } from "../../test/deps.ts";
import { follow, StreamTail, withQueue } from "../../test/follow-stream.ts";
import { publishedSession, signUpPerson } from "../../test/published-event.ts";
import { noteBounces } from "../lambda/bounces.ts";
import { deliver } from "./deliver.ts";
import { findMail, listQueuedSince } from "./store.ts";
import { suppressedBy } from "./suppression.ts";
import { findSuppression, liftSuppression } from "./suppression-store.ts";

const address = Email.parse("alex@canary.example");
const inDays = (days: number) => minutesAfter(instantFrom(Date.now()), days * 24 * 60);

const bounce = (emailAddress: string, bounceType = "Permanent") => ({
  eventType: "Bounce",
  bounce: {
    bounceType,
    bounceSubType: "General",
    bouncedRecipients: [{ emailAddress, action: "failed", status: "5.1.1" }],
    timestamp: "2027-03-01T12:00:00.000Z",
  },
  mail: { messageId: "m", destination: [emailAddress] },
});
const complaint = (emailAddress: string) => ({
  eventType: "Complaint",
  complaint: { complainedRecipients: [{ emailAddress }], complaintFeedbackType: "abuse" },
  mail: { messageId: "m" },
});
const record = (body: unknown, messageId = "m-1") => ({ messageId, body: typeof body === "string" ? body : JSON.stringify(body), attributes: {} }) as never;

async function mailDeps() {
  const sent: string[] = [];
  return { ...withQueue(await testDeps()), sent, mailer: { send: async (message: Uint8Array) => void sent.push(Buffer.from(message).toString()) } };
}

/** Somebody signs up, and the stream has made the mail. */
async function aMail(deps: Awaited<ReturnType<typeof mailDeps>>, email: EmailAddress = address) {
  const { sessionId } = await publishedSession(deps, { capacity: 5 });
  await signUpPerson(deps, sessionId, { email, name: "Canary Vogelsang" });
  await follow(deps, new StreamTail(deps));
  return deps.mailQueue.sent.splice(0).at(-1) ?? "";
}

describe("an address that bounced or complained", () => {
  it.each([
    ["bounced for good", bounce("Alex@Canary.example")],
    ["complained", complaint('"Alex" <alex@canary.example>')],
  ])("that %s gets no more mails, and the mail says why in a list of its own", async (_word, event) => {
    const deps = await mailDeps();
    const mailId = await aMail(deps);
    expect(await noteBounces(deps, [record(event)])).toEqual({ batchItemFailures: [] });
    expect(await deliver(deps, mailId)).toBe("held");
    expect(deps.sent).toEqual([]);
    expect(await findMail(deps, mailId)).toMatchObject({ state: "held", attempts: 1 });
    expect(await listQueuedSince(deps, inDays(1), 10), "the sweep leaves it alone").toEqual([]);
    expect((await allItems(deps, "mail")).map(({ listPk }) => listPk)).toEqual(["MAILS#held"]);
    expect(await deliver(deps, mailId), "asked for again").toBe("elsewhere");
  });

  it("does not stand in the way of another's mail (the control)", async () => {
    const deps = await mailDeps();
    await noteBounces(deps, [record(bounce("somebody@else.example"))]);
    expect(await deliver(deps, await aMail(deps))).toBe("sent");
    expect(deps.sent).toHaveLength(1);
  });

  it("is kept as a keyed hash: no address in the table or the log", async () => {
    const deps = await mailDeps();
    await noteBounces(deps, [record(bounce(address)), record("alex@canary.example is no JSON", "m-2")]);
    expect(JSON.stringify(await allItems(deps, "suppression")) + deps.log.lines.join()).not.toMatch(/canary/i);
  });

  it("whose mailbox is full or slow gets mails as before", async () => {
    const deps = await mailDeps();
    await noteBounces(deps, [record(bounce(address, "Transient")), record(bounce(address, "Undetermined"))]);
    expect(await deliver(deps, await aMail(deps))).toBe("sent");
  });

  it("after a bounce is tried again in half a year; after a complaint never, whatever bounces later", async () => {
    const deps = await mailDeps();
    await noteBounces(deps, [record(bounce(address))]);
    expect(await findSuppression(deps, address, inDays(179))).toMatchObject({ reason: "bounce" });
    expect(await findSuppression(deps, address, inDays(181))).toBeUndefined();
    await noteBounces(deps, [record(complaint(address)), record(bounce(address))]);
    expect(await findSuppression(deps, address, inDays(4000))).toMatchObject({ reason: "complaint" });
    const [item] = await allItems(deps, "suppression");
    expect(item).not.toHaveProperty("expires");
  });

  it("is noted once, however often it is told: messages may be moved back from the dead letters", async () => {
    const deps = await mailDeps();
    for (const _ of [1, 2]) expect(await noteBounces(deps, [record(bounce(address)), record(bounce(address))])).toEqual({ batchItemFailures: [] });
    expect(await allItems(deps, "suppression")).toHaveLength(1);
    expect(await liftSuppression(deps, address)).toBe(true);
    expect(await findSuppression(deps, address, inDays(1)), "and is lifted as a whole").toBeUndefined();
  });

  it("gets mails again once somebody lifts it by hand", async () => {
    const deps = await mailDeps();
    await noteBounces(deps, [record(complaint(address))]);
    expect(await liftSuppression(deps, address)).toBe(true);
    expect(await liftSuppression(deps, address)).toBe(false);
    expect(await deliver(deps, await aMail(deps))).toBe("sent");
  });
});

describe("what the mail service tells", () => {
  it("goes back to the queue by itself where it cannot be read, and holds up nothing else", async () => {
    const deps = await mailDeps();
    const records = [
      record("not json", "bad"),
      record(bounce(address), "good"),
      record({ eventType: "Open" }, "unasked"),
      record(bounce("not an address"), "odd"),
    ];
    expect(await noteBounces(deps, records)).toEqual({ batchItemFailures: ["bad", "unasked", "odd"].map((itemIdentifier) => ({ itemIdentifier })) });
    expect(await findSuppression(deps, address, inDays(0))).toMatchObject({ reason: "bounce" });
  });

  it("stays in the queue while the table is away", async () => {
    const deps = await mailDeps();
    const away = {
      ...deps,
      table: {
        ...deps.table,
        client: { send: async () => Promise.reject(Object.assign(new Error("no"), { name: "AccessDeniedException", $metadata: { httpStatusCode: 400 } })) },
      },
    };
    expect(await noteBounces(away as never, [record(bounce(address))])).toEqual({ batchItemFailures: [{ itemIdentifier: "m-1" }] });
  });

  it("names each recipient", () => {
    const two = {
      eventType: "Bounce",
      bounce: { bounceType: "Permanent", bouncedRecipients: [{ emailAddress: "a@example.org" }, { emailAddress: " B@EXAMPLE.org" }] },
    };
    expect(suppressedBy(two)).toEqual([
      { email: "a@example.org", reason: "bounce" },
      { email: "b@example.org", reason: "bounce" },
    ]);
  });
});
