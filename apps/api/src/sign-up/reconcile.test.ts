import { execFile } from "node:child_process";
import { join } from "node:path";
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, inject, it } from "vitest";
import { allItems } from "../../test/all-items.ts";
import { testDeps } from "../../test/deps.ts";
import { publishedEvent, publishedSession, signUpPerson } from "../../test/published-event.ts";
import type { Deps } from "../deps.ts";
import { reconcileAll } from "../event/reconcile-all.ts";
import { reconcileSession } from "./reconcile.ts";
import { findSeats } from "./seats-store.ts";
import { withdraw } from "./withdraw.ts";

/** Writes past every rule, as a bug or a hand in the table would. */
const spoil = ({ table }: Deps, sessionId: string, fields: Record<string, number>) =>
  table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: { pk: `SEAT#${sessionId}`, sk: "SEAT" },
      UpdateExpression: `SET ${Object.keys(fields)
        .map((name) => `#${name} = :${name}`)
        .join(", ")}`,
      ExpressionAttributeNames: Object.fromEntries(Object.keys(fields).map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: Object.fromEntries(Object.entries(fields).map(([name, value]) => [`:${name}`, value])),
    }),
  );

describe("reconciling", () => {
  it("finds no drift where there is none, also while people sign up and withdraw", async () => {
    const deps = await testDeps();
    const { sessionId } = await publishedSession(deps, { capacity: 8, waitlistLimit: 20 });
    let isOver = false;
    const storm = Promise.all(
      Array.from({ length: 16 }, async (_, person) => {
        const answer = await signUpPerson(deps, sessionId, { partySize: 1 + (person % 3), email: `storm-${person}@example.org` });
        if (answer.kind === "taken_in" && person % 2 === 0) await withdraw(deps, { sessionId, signUpId: answer.signUp.id, by: { kind: "person" } });
      }),
    ).finally(() => {
      isOver = true;
    });
    const drifts = [];
    while (!isOver) drifts.push(...(await reconcileSession(deps, sessionId).catch(() => [])));
    await storm;
    drifts.push(...(await reconcileSession(deps, sessionId)));
    expect(drifts).toEqual([]);
  });

  it("reports every field that drifted and changes nothing, until it is told to repair", async () => {
    const deps = await testDeps();
    const { sessionId } = await publishedSession(deps, { capacity: 3, waitlistLimit: 5 });
    for (let person = 0; person < 5; person++) await signUpPerson(deps, sessionId);
    await spoil(deps, sessionId, { confirmed: 1, held: 2, waiting: 0, nextNumber: 4 });
    const drifts = [
      { sessionId, field: "confirmed", seats: 1, signUps: 3 },
      { sessionId, field: "held", seats: 2, signUps: 0 },
      { sessionId, field: "waiting", seats: 0, signUps: 2 },
      { sessionId, field: "nextNumber", seats: 4, signUps: 5 },
    ];
    expect(await reconcileSession(deps, sessionId)).toEqual(drifts);
    expect((await findSeats(deps, sessionId))?.seats).toMatchObject({ confirmed: 1, held: 2, waiting: 0, nextNumber: 4 });
    const before = (await findSeats(deps, sessionId))?.seats.version ?? 0;
    expect(await reconcileSession(deps, sessionId, { repair: true })).toEqual(drifts);
    expect((await findSeats(deps, sessionId))?.seats).toMatchObject({ confirmed: 3, held: 0, waiting: 2, nextNumber: 6, version: before + 1 });
    expect(await reconcileSession(deps, sessionId)).toEqual([]);
  });

  it("after a repair nobody is seated past the capacity", async () => {
    const deps = await testDeps();
    const { sessionId } = await publishedSession(deps, { capacity: 3 });
    for (let person = 0; person < 3; person++) await signUpPerson(deps, sessionId);
    await spoil(deps, sessionId, { confirmed: 1 });
    await reconcileSession(deps, sessionId, { repair: true });
    expect(await signUpPerson(deps, sessionId)).toMatchObject({ kind: "refused", refusal: { code: "session_full" } });
  });

  it("goes through every event, logs drift without a name, and frees the claims of sign-ups that have ended", async () => {
    const deps = await testDeps();
    const event = await publishedEvent(deps, [{ capacity: 3 }, { capacity: 3 }], { oneSessionPerPerson: true });
    const [first, second] = event.sessions;
    if (!first || !second) throw new Error("sessions are missing");
    const gone = await signUpPerson(deps, first.id, { email: "gone@canary.example", name: "Canary Vogelsang" });
    await signUpPerson(deps, second.id, { email: "stays@canary.example" });
    if (gone.kind !== "taken_in") throw new Error("not taken in");
    await withdraw(deps, { sessionId: first.id, signUpId: gone.signUp.id, by: { kind: "person" } });
    await spoil(deps, second.id, { confirmed: 3 });
    expect(await allItems(deps, "claim")).toHaveLength(2);
    const { sessions, drifts, freedClaims } = await reconcileAll(deps);
    expect({ sessions, drifts, freedClaims }).toEqual({
      sessions: 2,
      drifts: [{ sessionId: second.id, field: "confirmed", seats: 3, signUps: 1 }],
      freedClaims: 1,
    });
    expect(await allItems(deps, "claim")).toHaveLength(1);
    expect(deps.log.lines.join("\n")).toContain("seats drifted");
    expect(deps.log.lines.join("\n")).not.toMatch(/canary|vogelsang/i);
    expect((await reconcileAll(deps, { repair: true })).drifts).toHaveLength(1);
    expect((await reconcileAll(deps)).drifts).toEqual([]);
  });

  it("is a command: it prints the drift and ends with 1, and with 0 once it was repaired", async () => {
    const deps = await testDeps();
    const { sessionId } = await publishedSession(deps, { capacity: 3 });
    await signUpPerson(deps, sessionId);
    await spoil(deps, sessionId, { confirmed: 3 });
    const { accessKeyId, secretAccessKey } = await deps.table.client.config.credentials();
    const environment = {
      PATH: process.env.PATH,
      TABLE_NAME: deps.table.name,
      PUBLIC_ORIGIN: "http://127.0.0.1:3000",
      CONSOLE_ORIGIN: "http://127.0.0.1:3000",
      MAIL_FROM: "office@partnerships.example",
      SST_RESOURCE_AddressKey: JSON.stringify({ value: "k".repeat(32) }),
      AWS_ENDPOINT_URL_DYNAMODB: inject("dynamoDbEndpoint"),
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
    };
    const reconcile = (...options: string[]) =>
      new Promise<{ code: number | null; said: string }>((resolve) => {
        const command = join(import.meta.dirname, "../../bin/reconcile.ts");
        execFile(process.execPath, [command, ...options], { env: environment }, (error, stdout) =>
          resolve({ code: error ? Number(error.code) : 0, said: stdout }),
        );
      });
    expect(await reconcile()).toMatchObject({ code: 1, said: expect.stringContaining(`${sessionId} confirmed: seats say 3, sign-ups say 1`) });
    expect(await reconcile("--repair")).toMatchObject({ code: 0, said: expect.stringContaining("1 sessions compared, 0 uncompared, 1 drifts, 1 repaired") });
    expect(await reconcile()).toMatchObject({ code: 0, said: expect.stringContaining("0 drifts") });
  });
});
