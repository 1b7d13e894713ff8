import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { type EventId, instantFrom, minutesAfter, type SignUpId } from "@cte-partnerships/domain";
import mailbox from "aws-ses-v2-local";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allItems } from "../../test/all-items.ts";
import { testDeps } from "../../test/deps.ts";
import { follow, StreamTail, withQueue } from "../../test/follow-stream.ts";
import { exampleEvent, exampleSession, exampleSignUp } from "../../test/mail-facts.ts";
import { director, eventInput, publishedEvent, publishedSession, signUpPerson } from "../../test/published-event.ts";
import { cancelEvent } from "../event/cancel-event.ts";
import { editEvent } from "../event/edit-event.ts";
import { findEvent } from "../event/store.ts";
import { deliverMessages } from "../lambda/mailer.ts";
import { sesMailer } from "../lambda/ses-mailer.ts";
import { withdraw } from "../sign-up/withdraw.ts";
import { deliver, isOvertaken, markDead } from "./deliver.ts";
import type { MailKind } from "./mail.ts";
import type { Mailer } from "./mailer.ts";
import { countDeadMails, findMail, listQueuedSince, makeMail } from "./store.ts";

interface KeptMailer extends Mailer {
  sent: string[];
}

const keepMailer = (): KeptMailer => {
  const sent: string[] = [];
  return { sent, send: async (message) => void sent.push(Buffer.from(message).toString()) };
};
const subjectOf = (message = "") => /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(message)?.[1]?.replace(/\r\n[ \t]/g, " ");

async function deliverDeps(mailer: Mailer = keepMailer()) {
  return { ...withQueue(await testDeps()), mailer } as ReturnType<typeof withQueue<Awaited<ReturnType<typeof testDeps>>>> & { mailer: KeptMailer };
}

/** Somebody signs up, and the stream has made the mail. */
async function aMail(deps: Awaited<ReturnType<typeof deliverDeps>>, over = {}) {
  const { event, sessionId } = await publishedSession(deps, { capacity: 1, waitlistLimit: 5 }, over);
  const answer = await signUpPerson(deps, sessionId, { email: "alex@canary.example", name: "Canary Vogelsang" });
  if (answer.kind !== "taken_in") throw new Error("not taken in");
  const tail = new StreamTail(deps);
  await follow(deps, tail);
  const [mailId = ""] = deps.mailQueue.sent;
  return { event, sessionId, signUp: answer.signUp, tail, mailId };
}

describe("delivering a mail", () => {
  it("sends it once, however often and at once it is asked for", async () => {
    const deps = await deliverDeps();
    const { mailId } = await aMail(deps);
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => deliver(deps, mailId)));
    expect(outcomes.filter((outcome) => outcome === "sent")).toHaveLength(1);
    expect(await deliver(deps, mailId)).toBe("elsewhere");
    expect(deps.mailer.sent).toHaveLength(1);
    expect(subjectOf(deps.mailer.sent[0])).toMatch(/^Confirmed: Career Day at Harbor High, /);
    const mail = await findMail(deps, mailId);
    expect(mail).toMatchObject({ state: "sent", attempts: 1 });
    expect(await listQueuedSince(deps, minutesAfter(deps.now(), 60), 10)).toEqual([]);
  });

  it("made again by a record that comes once more, it stays sent", async () => {
    const deps = await deliverDeps();
    const { mailId } = await aMail(deps);
    await deliver(deps, mailId);
    await follow(deps, new StreamTail(deps));
    expect(await findMail(deps, mailId)).toMatchObject({ state: "sent" });
    for (const again of deps.mailQueue.sent) expect(await deliver(deps, again)).toBe("elsewhere");
    expect(deps.mailer.sent).toHaveLength(1);
  });

  it("keeps no name and no address, before or after", async () => {
    const deps = await deliverDeps();
    const { mailId } = await aMail(deps);
    const before = JSON.stringify(await allItems(deps, "mail"));
    await deliver(deps, mailId);
    expect(before + JSON.stringify(await allItems(deps, "mail")) + deps.log.lines.join()).not.toMatch(/canary|vogelsang/i);
  });

  it("stays queued while the provider is down, is sent when it is back, and nothing personal is logged", async () => {
    const deps = await deliverDeps();
    const { mailId } = await aMail(deps);
    const down = { ...deps, mailer: { send: async () => Promise.reject(new Error("550 alex@canary.example is down")) } };
    const record = { messageId: "m-1", body: JSON.stringify({ mailId }), attributes: { ApproximateReceiveCount: "1" } } as never;
    expect(await deliverMessages(down, [record], 5)).toEqual({ batchItemFailures: [{ itemIdentifier: "m-1" }] });
    expect(await findMail(deps, mailId)).toMatchObject({ state: "queued", attempts: 1 });
    expect(await deliverMessages(deps, [record], 5)).toEqual({ batchItemFailures: [] });
    expect(deps.mailer.sent).toHaveLength(1);
    expect(deps.log.lines.join("\n")).not.toMatch(/canary|vogelsang/i);
  });

  it("after the last try it is dead and counted, and one bad message does not hold up the others", async () => {
    const deps = await deliverDeps();
    const { mailId } = await aMail(deps);
    const down = { ...deps, mailer: { send: async () => Promise.reject(new Error("down")) } };
    const message = (messageId: string, body: string, receive = 1) => ({ messageId, body, attributes: { ApproximateReceiveCount: String(receive) } }) as never;
    expect(await deliverMessages(down, [message("bad", "not json"), message("last", JSON.stringify({ mailId }), 5)], 5)).toEqual({
      batchItemFailures: [{ itemIdentifier: "bad" }, { itemIdentifier: "last" }],
    });
    expect(await findMail(deps, mailId)).toMatchObject({ state: "dead" });
    expect(await countDeadMails(deps)).toBe(1);
    await markDead(deps, mailId);
    expect(await deliver(deps, mailId)).toBe("elsewhere");
    expect(deps.mailer.sent).toEqual([]);
  });

  it("a mail whose deliverer crashed is tried again after a while, not before", async () => {
    const deps = await deliverDeps();
    const { mailId } = await aMail(deps);
    const { promise: hanging, resolve: crash } = Promise.withResolvers<void>();
    const { promise: sending, resolve: begins } = Promise.withResolvers<void>();
    const hangs = async () => {
      begins();
      await hanging;
    };
    const stuck = deliver({ ...deps, mailer: { send: hangs } }, mailId);
    await sending;
    expect(await deliver(deps, mailId)).toBe("elsewhere");
    deps.clock.set(instantFrom(Date.now() + 3 * 60_000));
    expect(await deliver(deps, mailId)).toBe("sent");
    crash();
    await stuck;
  });
});

describe("an overtaken mail is dropped", () => {
  it("“waitlisted”, when the person has a seat by now: they hear of the seat alone", async () => {
    const deps = await deliverDeps();
    const { sessionId, signUp, tail } = await aMail(deps);
    await signUpPerson(deps, sessionId, { email: "second@canary.example" });
    await withdraw(deps, { sessionId, signUpId: signUp.id, by: { kind: "person" } });
    await follow(deps, tail);
    for (const mailId of deps.mailQueue.sent) await deliver(deps, mailId);
    expect(deps.mailer.sent.map(subjectOf).map((subject) => subject?.split(/[:,]/)[0])).toEqual(expect.arrayContaining(["Withdrawn", "Confirmed"]));
    expect(deps.mailer.sent).toHaveLength(2);
    expect(deps.mailer.sent.find((message) => subjectOf(message)?.startsWith("Confirmed"))).toMatch(/moved up from the waitlist/);
  });

  it("a cancelled event beats all: who stood hears that, and nothing of what was on the way", async () => {
    const deps = await deliverDeps();
    const { event, mailId, tail } = await aMail(deps);
    await cancelEvent(deps, { eventId: event.id, version: event.version, by: { kind: "user", userId: "usr_clerk" }, reason: "Snow." });
    expect(await deliver(deps, mailId), "before anybody was told").toBe("overtaken");
    await follow(deps, tail);
    for (const id of deps.mailQueue.sent) await deliver(deps, id);
    expect(deps.mailer.sent.map(subjectOf)).toHaveLength(1);
    expect(subjectOf(deps.mailer.sent[0])).toMatch(/^Cancelled: /);
    expect(Buffer.from(deps.mailer.sent[0] ?? "").toString()).toContain("method=CANCEL");
  });

  it("“changed”, when the session has changed once more: the last change is told alone", async () => {
    const deps = await deliverDeps();
    const { event, tail, mailId } = await aMail(deps);
    await deliver(deps, mailId);
    let version = event.version;
    for (const minutes of [30, 60]) {
      deps.clock.set(instantFrom(Date.now() + minutes * 1000));
      const sessions = event.sessions.map(({ id, startsAt, endsAt, capacity, partySizeLimit, waitlistLimit }) => ({
        id,
        startsAt: minutesAfter(startsAt, minutes),
        endsAt: minutesAfter(endsAt, minutes),
        capacity,
        partySizeLimit,
        waitlistLimit,
      }));
      const edited = await editEvent(deps, {
        actor: director(deps),
        eventId: event.id,
        version,
        input: eventInput(deps, [], { sessions, signUpWindow: event.signUpWindow }),
      });
      if (!edited.ok) throw new Error(JSON.stringify(edited.refusal));
      version = edited.value.version;
    }
    await follow(deps, tail);
    deps.mailer.sent.length = 0;
    for (const id of deps.mailQueue.sent) await deliver(deps, id);
    expect(deps.mailer.sent.map(subjectOf)).toHaveLength(1);
    expect(deps.mailer.sent[0]).toContain("SEQUENCE:2");
  });

  it.each<[MailKind, string, boolean]>([
    ["received", "received", false],
    ["received", "confirmed", true],
    ["confirmed", "confirmed", false],
    ["confirmed", "withdrawn", true],
    ["pending", "confirmed", true],
    ["waitlisted", "waitlisted", false],
    ["waitlisted", "confirmed", true],
    ["promoted", "withdrawn", true],
    ["refused", "refused", false],
    ["link", "declined", false],
    ["link", "withdrawn", true],
  ])("%s, where the state is now %s: %s", (kind, state, expected) => {
    const tells = kind === "link" ? {} : { tells: (kind === "promoted" ? "confirmed" : kind) as never };
    const facts = { stored: { signUp: exampleSignUp(state as never) }, event: exampleEvent(), session: exampleSession() };
    expect(isOvertaken({ kind, ...tells }, facts)).toBe(expected);
  });
});

describe("a session that was over when its event was cancelled", () => {
  it("keeps its mails: it was not called off", () => {
    const facts = (cancelledAt: string) => ({
      stored: { signUp: exampleSignUp("confirmed") },
      event: exampleEvent({ status: "cancelled", cancelledAt, reason: "Snow." } as never),
      session: exampleSession(),
    });
    expect(isOvertaken({ kind: "confirmed", tells: "confirmed" }, facts("2027-03-10T00:00:00.000Z"))).toBe(false);
    expect(isOvertaken({ kind: "confirmed", tells: "confirmed" }, facts("2027-03-01T00:00:00.000Z"))).toBe(true);
  });
});

describe("through Amazon's mail service", () => {
  let server: Server;
  let endpoint: string;
  beforeAll(async () => {
    server = await mailbox({ port: 0, host: "127.0.0.1" });
    if (!server.listening) await new Promise((resolve) => server.once("listening", resolve));
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));

  it("arrives whole: to one address, from the office, as text, HTML and calendar", async () => {
    const client = new SESv2Client({ endpoint, region: "us-east-1", credentials: { accessKeyId: "test", secretAccessKey: "test" } });
    const deps = await deliverDeps(sesMailer("mails", client));
    const { mailId } = await aMail(deps);
    expect(await deliver(deps, mailId)).toBe("sent");
    const { emails } = (await (await fetch(`${endpoint}/store`)).json()) as { emails: Record<string, never>[] };
    expect(emails).toHaveLength(1);
    expect(emails[0]).toMatchObject({
      from: '"Office of Industry Partnerships" <office@partnerships.example>',
      destination: { to: ["alex@canary.example"], cc: [], bcc: [] },
      subject: expect.stringMatching(/^Confirmed: Career Day at Harbor High, /),
      body: { text: expect.stringContaining("Hello Canary Vogelsang,"), html: expect.stringContaining("<h1") },
    });
    expect(JSON.stringify(emails[0]?.attachments)).toMatch(/text\/calendar|application\/ics/);
    client.destroy();
  });
});

describe("a mail that cannot be written", () => {
  it("throws where its event is not in the table, and is dropped where its sign-up is not", async () => {
    const deps = await deliverDeps();
    const { event, sessionId, signUp } = await aMail(deps);
    const change = { by: { kind: "system", part: "mail" }, at: deps.now(), op: "mail.make" } as const;
    const draft = { kind: "confirmed", sessionId, wasConfirmed: false, tells: "confirmed", createdAt: deps.now() } as const;
    await makeMail(deps, { ...draft, id: "nobody", eventId: event.id, signUpId: deps.ids.signUp("0123456789abcdefghjkmnpqrs") as SignUpId }, change);
    await makeMail(deps, { ...draft, id: "nowhere", eventId: deps.ids.event() as EventId, signUpId: signUp.id }, change);
    expect(await deliver(deps, "nobody")).toBe("overtaken");
    await expect(deliver(deps, "nowhere")).rejects.toThrow();
    expect(await findMail(deps, "nowhere")).toMatchObject({ state: "queued" });
    expect(await findEvent(deps, event.id)).toBeDefined();
    expect(await publishedEvent(deps, [{ capacity: 1 }])).toBeDefined();
  });
});
