import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { instantFrom, minutesAfter } from "@cte-partnerships/domain";
import type { DynamoDBRecord } from "aws-lambda";
import mailbox from "aws-ses-v2-local";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { beginSession } from "../src/access/begin-session.ts";
import { giveGrant } from "../src/access/give-grant.ts";
import { registerUser } from "../src/access/register-user.ts";
import { findSuppression } from "../src/mail/suppression-store.ts";
import { issueFormToken } from "../src/sign-up/form-token.ts";
import { answerPath } from "../src/sign-up/public-status.ts";
import { findSeats } from "../src/sign-up/seats-store.ts";
import { allItems } from "./all-items.ts";
import { testDeps } from "./deps.ts";
import { StreamTail, withQueue } from "./follow-stream.ts";
import { formsIn } from "./form-page.ts";
import {
  consoleOrigin,
  deployedSecrets,
  environmentOf,
  type FunctionName,
  functionNames,
  linksOf,
  publicOrigin,
  type Surroundings,
  seal,
} from "./functions/deployment.ts";
import { type HttpAnswer, type HttpAsked, httpEvent, queueEvent, streamEvent } from "./functions/events.ts";
import { type QueueStandIn, startQueue } from "./functions/queue-stand-in.ts";
import { type InitFailed, type RunningFunction, runFunction } from "./functions/run-function.ts";
import { publishedSession, signUpPerson } from "./published-event.ts";

/**
 * Each deployed function as it is deployed: built, minified, sealed, alone in a process with Node 24, and called by Amazon's own
 * runtime interface client with the events of its sources. Where the native half of that client was not built, JavaScript
 * carries its requests (functions/native-half.cjs); the rest is Amazon's.
 */

const folder = mkdtempSync(join(tmpdir(), "functions-"));
const running = new Map<FunctionName, RunningFunction>();
let deps: Awaited<ReturnType<typeof testDeps>>;
let queue: QueueStandIn;
let mails: Server & { address(): unknown };
let mailEndpoint: string;
let at: Surroundings;

const canary = { name: "Zoë Canary-Ōno", email: "zoe.canary@example.org" };

beforeAll(async () => {
  execFileSync(process.execPath, ["build.mjs", "--functions", folder], { stdio: "pipe" });
  deps = await testDeps({ secrets: deployedSecrets, config: { ...(await testDeps()).config, publicOrigin, consoleOrigin } });
  queue = await startQueue();
  mails = await mailbox({ port: 0, host: "127.0.0.1" });
  if (!mails.listening) await new Promise((resolve) => mails.once("listening", resolve));
  mailEndpoint = `http://127.0.0.1:${(mails.address() as AddressInfo).port}`;
  const { accessKeyId } = await deps.table.client.config.credentials();
  const databaseEndpoint = inject("dynamoDbEndpoint");
  at = { tableName: deps.table.name, accessKeyId, databaseEndpoint, queueEndpoint: queue.endpoint, queueUrl: queue.url, mailEndpoint };
}, 180_000);

afterAll(async () => {
  for (const one of running.values()) await one.stop();
  queue?.close();
  mails?.close();
  rmSync(folder, { recursive: true, force: true });
});

const start = (name: FunctionName) =>
  runFunction({ name, folder: join(folder, name), environment: { ...environmentOf(name, at), ...seal(join(folder, name), linksOf(name)) } });

async function theFunction(name: FunctionName): Promise<RunningFunction> {
  const one = running.get(name) ?? (await start(name));
  running.set(name, one);
  return one;
}

async function invoke(name: FunctionName, event: unknown): Promise<unknown> {
  const { outcome } = await (await theFunction(name)).invoke(event);
  if (!outcome.ok) throw new Error(`${outcome.errorType}: ${outcome.errorMessage}`);
  return outcome.answer;
}

/** All that it wrote since it started. It stops for that, and the next event starts another. */
async function wholeLogOf(name: FunctionName): Promise<readonly string[]> {
  const one = await theFunction(name);
  running.delete(name);
  await one.stop();
  return one.log;
}

const ask = async (name: "public" | "admin", asked: HttpAsked) => (await invoke(name, httpEvent(asked))) as HttpAnswer;
const bodyOf = (answer: HttpAnswer) => Buffer.from(answer.body, answer.isBase64Encoded ? "base64" : "utf8").toString();

describe("the public function", () => {
  it("shows a page, with its headers", async () => {
    const { event } = await publishedSession(deps, { capacity: 5 });
    const answer = await ask("public", { path: `/events/${event.slug}` });
    expect(answer).toMatchObject({ statusCode: 200, headers: { "content-type": expect.stringContaining("text/html") } });
    expect(bodyOf(answer)).toContain(event.title);
    expect(answer.headers["content-security-policy"]).toContain("default-src");
  });

  it("signs somebody up by JSON, whole letters included, and a retry takes no second seat", async () => {
    const { sessionId } = await publishedSession(deps, { capacity: 5 });
    const signUp = (): Promise<HttpAnswer> =>
      ask("public", {
        method: "POST",
        path: `/api/public/sessions/${sessionId}/sign-ups`,
        headers: { "content-type": "application/json", "idempotency-key": "one" },
        body: JSON.stringify(canary),
      });
    const [first, again] = [await signUp(), await signUp()];
    expect(first.statusCode).toBe(201);
    expect(JSON.parse(again.body)).toEqual(JSON.parse(first.body));
    expect(JSON.parse(first.body)).toMatchObject({ state: "confirmed", manageUrl: expect.stringContaining(`${publicOrigin}/manage/`) });
    expect((await findSeats(deps, sessionId))?.seats.confirmed).toBe(1);
    const [stored] = (await allItems(deps, "sign-up")).filter((item) => item.sessionId === sessionId);
    expect(stored).toMatchObject(canary);

    const manage = new URL(JSON.parse(first.body).manageUrl);
    expect((await ask("public", { path: manage.pathname })).statusCode).toBe(200);
  });

  it("takes a form, which a function URL hands over in base64", async () => {
    const { event, sessionId } = await publishedSession(deps, { capacity: 5 });
    const path = `/events/${event.slug}/${sessionId}`;
    const [form] = formsIn(bodyOf(await ask("public", { path })));
    const fields = new URLSearchParams(form?.fields);
    // As if the page had been open for a minute: a form that comes back at once was filled in by a program.
    fields.set("form", issueFormToken({ ...deps, now: () => minutesAfter(instantFrom(Date.now()), -1) }, sessionId));
    fields.set("name", canary.name);
    fields.set("email", canary.email);
    const headers = { "content-type": "application/x-www-form-urlencoded", origin: publicOrigin, "sec-fetch-site": "same-origin" };
    const answer = await ask("public", { method: "POST", path, headers, body: fields.toString(), asBase64: true });
    expect([answer.statusCode, answer.headers.location ?? ""]).toEqual([303, expect.stringContaining("/sign-ups/")]);
    expect((await findSeats(deps, sessionId))?.seats.confirmed).toBe(1);
  });

  it("says what it cannot do as a problem, and not with a crash", async () => {
    const nowhere = await ask("public", { path: "/api/public/events/evt_nothing" });
    expect([nowhere.statusCode, nowhere.headers["content-type"]]).toEqual([404, expect.stringContaining("application/problem+json")]);
    const broken = await ask("public", {
      method: "POST",
      path: "/api/public/sessions/ses_nothing/sign-ups",
      headers: { "content-type": "application/json", "idempotency-key": "two" },
      body: '{"name":',
    });
    expect(JSON.parse(broken.body)).toMatchObject({ status: 400, code: "malformed" });
  });

  it("writes no name, no address and no secret into its log", async () => {
    expect((await wholeLogOf("public")).join("\n")).not.toMatch(/canary|llllllll|aaaaaaaa/i);
  });
});

describe("a rotated secret", () => {
  const newer = { id: 2, key: "n".repeat(32) };

  it.each([
    ["both", "opens what was mailed before", [newer, ...deployedSecrets.links], 200],
    ["the new one alone", "opens it no more", [newer], 404],
  ])("sealed with %s: the public function %s", async (_what, _then, links, status) => {
    const { sessionId } = await publishedSession(deps, { capacity: 5 });
    const answer = await signUpPerson(deps, sessionId);
    if (!("signUp" in answer)) throw new Error("nobody was signed up");
    const files = mkdtempSync(join(folder, "rotated-"));
    cpSync(join(folder, "public"), files, { recursive: true });
    const sealed = seal(files, { ...linksOf("public"), LinkKeys: JSON.stringify(links) });
    const rotated = await runFunction({ name: "public", folder: files, environment: { ...environmentOf("public", at), ...sealed } });
    try {
      const { outcome } = await rotated.invoke(httpEvent({ path: answerPath(deps, answer.signUp, answer.linkVersion) }));
      expect(outcome).toMatchObject({ ok: true, answer: { statusCode: status } });
    } finally {
      await rotated.stop();
    }
  });
});

describe("the console's function", () => {
  it("knows nobody without a session, and whoever has one by their cookie", async () => {
    const nobody = await ask("admin", { path: "/api/admin/me" });
    expect(JSON.parse(nobody.body)).toMatchObject({ status: 401, code: "unauthenticated" });

    const by = { kind: "system", part: "test" } as const;
    const user = await registerUser(deps, { issuer: "https://login.example.org", subject: "dana", name: "Dana Example", by });
    await giveGrant(deps, { userId: user.id, role: "director", scope: { kind: "city" }, by });
    const cookie = `theme=dark; __Host-session=${await beginSession(deps, user)}`;
    const me = await ask("admin", { path: "/api/admin/me", headers: { cookie } });
    expect([me.statusCode, JSON.parse(me.body).user]).toEqual([200, { id: user.id, name: "Dana Example" }]);
    const list = await ask("admin", { path: "/api/admin/events", headers: { cookie } });
    expect(list.statusCode).toBe(200);
  });
});

describe("the stream's function", () => {
  it("turns the records of a change into an audit record and a mail, and hands the mail to the queue", async () => {
    const streaming = withQueue(deps);
    const tail = new StreamTail(streaming);
    await tail.next();
    const { sessionId } = await publishedSession(deps, { capacity: 5 });
    await signUpPerson(deps, sessionId, { email: "stream@example.org" });
    for (let records = await tail.next(); records.length > 0; records = await tail.next())
      expect(await invoke("stream", streamEvent(records))).toEqual({ batchItemFailures: [] });
    const [mail] = (await allItems(deps, "mail")).filter((item) => item.sessionId === sessionId);
    expect(queue.bodies).toEqual([JSON.stringify({ mailId: mail?.id })]);
    expect((await allItems(deps, "audit-record")).some((record) => record.subject === mail?.signUpId)).toBe(true);
  });

  it("hands back the record that fails, and does the others", async () => {
    const tail = new StreamTail(deps);
    await tail.next();
    const { sessionId } = await publishedSession(deps, { capacity: 5 });
    await signUpPerson(deps, sessionId, { email: "behind@example.org" });
    const poison = {
      eventID: "poison",
      eventName: "INSERT",
      dynamodb: { SequenceNumber: "000", Keys: { pk: { S: "MAIL#x" }, sk: { S: "MAIL" } }, NewImage: { _t: { S: "mail" } } },
    };
    const answer = await invoke("stream", streamEvent([poison as DynamoDBRecord, ...(await tail.next())]));
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "000" }] });
    expect((await allItems(deps, "mail")).some((item) => item.sessionId === sessionId)).toBe(true);
  });
});

describe("the mailer", () => {
  it("sends the mail that a message names, and hands back the message that it cannot read, alone", async () => {
    const [named = ""] = queue.bodies;
    const event = queueEvent([named, "no message of ours"]);
    expect(await invoke("mailer", event)).toEqual({ batchItemFailures: [{ itemIdentifier: event.Records[1]?.messageId }] });
    const { emails } = (await (await fetch(`${mailEndpoint}/store`)).json()) as { emails: { destination?: { to?: string[] }; subject?: string }[] };
    expect(emails).toHaveLength(1);
    expect(JSON.stringify(emails)).toContain("stream@example.org");
    expect((await wholeLogOf("mailer")).join("\n")).not.toContain("stream@example.org");
  });
});

describe("the schedule", () => {
  it("sweeps, compares each night, and tells of it in its log", async () => {
    expect(await invoke("schedule", { task: "sweep" })).toBeNull();
    expect(await invoke("schedule", { task: "reconcile" })).toBeNull();
    const lines = (await wholeLogOf("schedule")).map((line) => JSON.parse(line) as { message: string; drifts?: number });
    expect(lines.map(({ message }) => message)).toEqual(["swept", "reconciled"]);
    expect(lines[1]?.drifts).toBe(0);
  });
});

describe("the worker for bounces", () => {
  it("notes an address that bounced", async () => {
    const told = { eventType: "Bounce", bounce: { bounceType: "Permanent", bouncedRecipients: [{ emailAddress: "gone@example.org" }] } };
    expect(await invoke("bounces", queueEvent([JSON.stringify(told)]))).toEqual({ batchItemFailures: [] });
    expect(await findSuppression(deps, "gone@example.org" as never, deps.now())).toMatchObject({ reason: "bounce" });
  });
});

describe("the bundles", () => {
  it.each(functionNames)("%s carries nobody's messages in other languages", (name) => {
    const files = readdirSync(join(folder, name)).filter((file) => file.endsWith(".mjs"));
    // Arabic, as the bundler writes it, stands for all of them.
    for (const file of files) expect(readFileSync(join(folder, name, file), "utf8").match(/\\u06[0-9A-F]{2}/gi), file).toBeNull();
  });
});

describe("the rig", () => {
  const withSecrets = functionNames.filter((name) => Object.keys(linksOf(name)).length > 0);

  it.each(withSecrets)("finds out where %s lacks a secret", async (name) => {
    const files = join(folder, `${name}-without`);
    cpSync(join(folder, name), files, { recursive: true });
    const { AddressKey: _, ...others } = linksOf(name);
    const without = { name, folder: files, environment: { ...environmentOf(name, at), ...seal(files, others) } };
    // A worker looks for them at its first event, since the local system uses its module too.
    const outcome = await runFunction(without).then(
      async (started) => {
        onTestFinished(() => started.stop());
        return (await started.invoke(queueEvent([]))).outcome;
      },
      (error: InitFailed) => ({ ok: false, errorMessage: error.message }),
    );
    expect(outcome).toMatchObject({ ok: false, errorMessage: "the secret AddressKey is missing, or not what it should be" });
  });

  it("tells a failure from an answer, and goes on after it", async () => {
    const stream = await theFunction("stream");
    expect((await stream.invoke({})).outcome).toMatchObject({ ok: false, errorType: "TypeError" });
    expect((await stream.invoke(streamEvent([]))).outcome).toEqual({ ok: true, answer: { batchItemFailures: [] } });
  });
});
