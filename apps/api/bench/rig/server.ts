import type { AddressInfo } from "node:net";
import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { buildPublicApp } from "../../src/public-app.ts";
import type { Table } from "../../src/table/client.ts";
import { benchDeps, reopen } from "./open.ts";
import { readStream } from "./stream.ts";

/** What a server process is told by its environment. */
export interface ServerSettings {
  kind: "ours" | "bare";
  endpoint: string;
  accessKeyId: string;
  isRateLimited: boolean;
  hasStream: boolean;
}

/** One server a process, so that its CPU time is its own. Answers `cpu` on its channel with what it has used. */
export function runServer(settings: ServerSettings): void {
  const table = reopen(settings.endpoint, settings.accessKeyId);
  const deps = benchDeps(table, settings.isRateLimited);
  const app = settings.kind === "ours" ? buildPublicApp(deps) : bareApp(table);
  if (settings.hasStream) void readStream(deps, settings);
  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, (address: AddressInfo) => process.send?.({ port: address.port }));
  process.on("message", (message) => {
    if (message === "cpu") {
      const { user, system } = process.cpuUsage();
      process.send?.({ cpuMilliseconds: (user + system) / 1000 });
    }
    if (message === "stop") {
      server.close();
      process.exit(0);
    }
  });
}

/** The least that could be called a sign-up endpoint: one transaction of idempotency record, sign-up and counter, and nothing else. */
function bareApp(table: Table): Hono {
  return new Hono().post("/api/public/sessions/:sessionId/sign-ups", async (c) => {
    const sessionId = c.req.param("sessionId");
    const { name, email } = await c.req.json<{ name: string; email: string }>();
    const id = crypto.randomUUID();
    const TableName = table.name;
    await table.client.send(
      new TransactWriteCommand({
        TransactItems: [
          { Put: { TableName, Item: { pk: `IDK#${c.req.header("idempotency-key")}`, sk: "IDK", id }, ConditionExpression: "attribute_not_exists(pk)" } },
          {
            Put: {
              TableName,
              Item: { pk: `BARE#${sessionId}`, sk: `SU#${email}`, id, name, email, state: "confirmed" },
              ConditionExpression: "attribute_not_exists(pk)",
            },
          },
          {
            Update: {
              TableName,
              Key: { pk: `BARESEAT#${sessionId}`, sk: "SEAT" },
              UpdateExpression: "ADD taken :one",
              ConditionExpression: "attribute_not_exists(taken) OR taken < :capacity",
              ExpressionAttributeValues: { ":one": 1, ":capacity": 1_000_000 },
            },
          },
        ],
      }),
    );
    return c.json({ id, state: "confirmed" }, 201);
  });
}
