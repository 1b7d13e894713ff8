import { GetCommand, QueryCommand, ScanCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { buildPublicApp } from "../src/public-app.ts";
import { testDeps } from "./deps.ts";
import { grantsOf, wordsOf } from "./policies.ts";
import { asFunction, asHanded, refused } from "./under-policy.ts";
import { unneededAmong } from "./unneeded-grants.ts";

/** What was refused, taken out so that it does not fail the test. */
const refusals = () => refused.splice(0).map((told) => told.replace(/: if .*/, ""));

describe("a function under its policy", () => {
  it("has one: each of the six may do something at the table", () => {
    expect([...grantsOf.keys()].sort()).toEqual(["AdminApi", "Bounces", "Mailer", "PublicApi", "Schedule", "Stream"]);
    for (const [name, grants] of grantsOf) expect(grants.length, name).toBeGreaterThan(0);
  });

  it("is refused what it does not allow, in a transaction too, and let do what it allows", async () => {
    const { table } = await testDeps();
    const TableName = table.name;
    const get = (pk: string) => asFunction("PublicApi", async () => table.client.send(new GetCommand({ TableName, Key: { pk, sk: "X" } })));
    await expect(get("SID#1")).rejects.toThrow("PublicApi may not GetItem table SID#…");
    await expect(get("SES#1")).resolves.toBeDefined();
    const Put = { TableName, Item: { pk: "SES#1", sk: "SU#1" } };
    const write = (...TransactItems: object[]) => asFunction("PublicApi", async () => table.client.send(new TransactWriteCommand({ TransactItems })));
    await expect(write({ Put }, { Delete: { TableName, Key: { pk: "SES#2", sk: "SU#2" } } })).rejects.toThrow("may not DeleteItem table SES#…");
    await expect(write({ Put })).resolves.toBeDefined();
    await expect(asFunction("PublicApi", async () => table.client.send(new ScanCommand({ TableName })))).rejects.toThrow("may not Scan");
    const list = (listPk: string) =>
      asFunction("PublicApi", async () =>
        table.client.send(
          new QueryCommand({ TableName, IndexName: "list", KeyConditionExpression: "listPk = :list", ExpressionAttributeValues: { ":list": listPk } }),
        ),
      );
    await expect(list("USERS")).rejects.toThrow("may not Query index list USERS");
    await expect(list("EVENTS")).resolves.toBeDefined();
    expect(refusals()).toEqual([
      "PublicApi may not GetItem table SID#…",
      "PublicApi may not DeleteItem table SES#…",
      "PublicApi may not Scan table ",
      "PublicApi may not Query index list USERS",
    ]);
  });

  it("is one for all that a request begins, and none for what the office does beside it", async () => {
    const deps = await testDeps();
    const app = buildPublicApp(deps);
    expect((await app.request("/api/public/events")).status).toBe(200);
    await deps.table.client.send(new GetCommand({ TableName: deps.table.name, Key: { pk: "SID#1", sk: "X" } }));
    expect(refusals()).toEqual([]);
  });

  it("has no secret that it is not handed", async () => {
    const { secrets } = asHanded("PublicApi", await testDeps());
    expect(secrets.links).toBeDefined();
    expect(() => secrets.cookies).toThrow("PublicApi is not handed the secret cookies");
    expect(refusals()).toHaveLength(1);
  });

  it("is told of each grant that nothing needed (the control)", () => {
    const all = new Set([...grantsOf].flatMap(([name, grants]) => grants.map((grant) => `${name} ${wordsOf(grant)}`)));
    expect(unneededAmong(all)).toEqual([]);
    all.delete("PublicApi UpdateItem table RATE#*");
    expect(unneededAmong(all)).toEqual(["PublicApi UpdateItem table RATE#*"]);
  });
});
