import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { reconcileAll } from "../src/event/reconcile-all.ts";
import { sweep } from "../src/lambda/schedule.ts";
import { findSeats } from "../src/sign-up/seats-store.ts";
import { withdraw } from "../src/sign-up/withdraw.ts";
import { allItems } from "./all-items.ts";
import { freshTable, patient, testDeps } from "./deps.ts";
import { follow, StreamTail, withQueue } from "./follow-stream.ts";
import { publishedSession, signUpPerson } from "./published-event.ts";
import { compareTables, exportTable, importTable, makeTableBeside, switchStreamOn } from "./trials/restore.ts";

const folder = mkdtempSync(join(tmpdir(), "restore-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A small office: seats taken, a line, somebody gone, mails and records made; and its table, restored under another name. */
async function restored({ tamper = (lines: string[]) => lines, isStreamLast = true } = {}) {
  const deps = withQueue(await testDeps({ table: await freshTable(undefined, patient) }));
  const { sessionId } = await publishedSession(deps, { capacity: 3, waitlistLimit: 5 });
  const people = [];
  for (let person = 0; person < 6; person++) people.push(await signUpPerson(deps, sessionId));
  const [gone] = people;
  if (gone?.kind === "taken_in") await withdraw(deps, { sessionId, signUpId: gone.signUp.id, by: { kind: "person" } });
  await follow(deps, new StreamTail(deps));
  const file = join(folder, `${deps.table.name}.jsonl`);
  const exported = await exportTable(deps.table, file);
  writeFileSync(file, tamper(readFileSync(file, "utf8").trimEnd().split("\n")).join("\n"));
  const table = await makeTableBeside(deps.table, `${deps.table.name}-restored`);
  if (!isStreamLast) await switchStreamOn(table);
  const imported = await importTable(table, file);
  if (isStreamLast) await switchStreamOn(table);
  return { old: deps.table, deps: { ...deps, table }, sessionId, exported, imported };
}

describe("a table restored under another name", () => {
  it("holds every item, reconciles without drift, and is worked on as if nothing had been", async () => {
    const { old, deps, sessionId, exported, imported } = await restored();
    expect(exported).toBeGreaterThan(20);
    expect(imported).toBe(exported);
    expect(await compareTables(old, deps.table)).toEqual({ lost: 0, added: 0, changed: 0 });
    expect(await reconcileAll(deps)).toMatchObject({ sessions: 1, uncompared: 0, drifts: [] });

    // Both global indexes and the queue's local one are there: the line moves up and the sweep finds its work.
    const before = await findSeats(deps, sessionId);
    const late = await signUpPerson(deps, sessionId);
    expect(late).toMatchObject({ kind: "taken_in", signUp: { state: "waitlisted" } });
    expect((await findSeats(deps, sessionId))?.seats.waiting).toBe((before?.seats.waiting ?? 0) + 1);
    await sweep(deps);
    expect(await reconcileAll(deps)).toMatchObject({ drifts: [] });
    expect((await compareTables(old, deps.table)).lost, "the first table was left as it was").toBe(0);
  });

  it("follows up its own stream from the first change on, and tells nobody anything a second time", async () => {
    const { deps, sessionId } = await restored();
    const mailsBefore = (await allItems(deps, "mail")).length;
    deps.mailQueue.sent.splice(0);
    const tail = new StreamTail(deps);
    await follow(deps, tail);
    expect([(await allItems(deps, "mail")).length, deps.mailQueue.sent]).toEqual([mailsBefore, []]);
    await signUpPerson(deps, sessionId);
    await follow(deps, tail);
    expect(deps.mailQueue.sent).toHaveLength(1);
  });

  it("would tell people again if its stream were on before everything is in it", async () => {
    const { deps } = await restored({ isStreamLast: false });
    const mailsBefore = (await allItems(deps, "mail")).length;
    await follow(deps, new StreamTail(deps));
    expect((await allItems(deps, "mail")).length).toBeGreaterThan(mailsBefore);
  });

  it("tells, where one sign-up was lost, of a lost row and of drift", async () => {
    const { old, deps } = await restored({
      tamper: (lines) => {
        const lost = lines.findIndex((line) => line.includes('"SU#') && line.includes('"confirmed"'));
        return lines.toSpliced(lost, 1);
      },
    });
    expect(await compareTables(old, deps.table)).toEqual({ lost: 1, added: 0, changed: 0 });
    expect((await reconcileAll(deps)).drifts.map(({ field }) => field)).toContain("confirmed");
  });

  it("tells of one attribute that is not what it was", async () => {
    const { old, deps } = await restored({
      tamper: (lines) => lines.map((line) => line.replace('"name":{"S":"Alex Example"}', '"name":{"S":"Alex Exempla"}')),
    });
    expect((await compareTables(old, deps.table)).changed).toBeGreaterThan(0);
  });
});
