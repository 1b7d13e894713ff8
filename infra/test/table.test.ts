import { describe, expect, it } from "vitest";
import { shape } from "../../apps/api/src/table/shape.ts";
import { functionNames, one, policiesOf, tableArn } from "./find.ts";

const table = (stage: Parameters<typeof one>[0]) => one(stage, "aws:dynamodb/table:Table", "TableTable");

describe("the table", () => {
  it("has the code's keys and indexes, the local one with what the queue reads and no more", () => {
    const { hashKey, rangeKey, attributes, localSecondaryIndexes, globalSecondaryIndexes, ttl, billingMode } = table("production").inputs;
    expect({ hashKey, rangeKey, billingMode }).toEqual({ hashKey: shape.partitionKey, rangeKey: shape.sortKey, billingMode: "PAY_PER_REQUEST" });
    expect(localSecondaryIndexes).toEqual([
      { name: shape.queue.name, rangeKey: shape.queue.sortKey, projectionType: "INCLUDE", nonKeyAttributes: [...shape.queue.projected] },
    ]);
    expect(globalSecondaryIndexes).toEqual(
      [shape.list, shape.host].map(({ name, partitionKey, sortKey }) => ({ name, hashKey: partitionKey, rangeKey: sortKey, projectionType: "ALL" })),
    );
    expect(ttl).toEqual({ attributeName: shape.expiresAttribute, enabled: true });
    // DynamoDB refuses an attribute that no key or index uses.
    expect((attributes as { name: string }[]).map(({ name }) => name).sort()).toEqual(
      [shape.partitionKey, shape.sortKey, shape.queue.sortKey, shape.list.partitionKey, shape.list.sortKey, shape.host.partitionKey, shape.host.sortKey].sort(),
    );
  });

  it("has a stream with both images on every stage, since the stream is the outbox", () => {
    for (const stage of ["production", "development"] as const) {
      expect(table(stage).inputs).toMatchObject({ streamEnabled: true, streamViewType: "NEW_AND_OLD_IMAGES" });
    }
  });

  it("is locked four times where people's data are: restorable for 35 days, not deletable, protected, retained", () => {
    for (const stage of ["production", "elsewhere"] as const) {
      const { inputs, isProtected, isRetained } = table(stage);
      expect(inputs).toMatchObject({ deletionProtectionEnabled: true, pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 } });
      expect({ isProtected, isRetained }).toEqual({ isProtected: true, isRetained: true });
    }
  });

  it("goes with a stage of one's own (the control)", () => {
    const { inputs, isProtected, isRetained } = table("development");
    expect(inputs).toMatchObject({ deletionProtectionEnabled: false });
    expect({ isProtected, isRetained }).toEqual({ isProtected: false, isRetained: false });
  });

  it("that was restored is worked on by all, and the stage's own is kept beside it", () => {
    const restored = "arn:aws:dynamodb:us-east-1:123456789012:table/restored-at-noon";
    for (const name of functionNames) {
      const { variables } = one("elsewhere", "aws:lambda/function:Function", `${name}Function`).inputs.environment as { variables: Record<string, string> };
      expect(variables.TABLE_NAME, name).toBe("restored-at-noon");
      const text = JSON.stringify(policiesOf("elsewhere", name));
      expect(text).toContain(restored);
      expect(text).not.toContain(tableArn("elsewhere"));
    }
    expect(one("elsewhere", "aws:lambda/eventSourceMapping:EventSourceMapping", "StreamSource").inputs.eventSourceArn).toMatch(restored);
    expect(table("elsewhere").isProtected).toBe(true);
  });
});
