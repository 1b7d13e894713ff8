import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { shape } from "../../apps/api/src/table/shape.ts";
import { reach, type TableGrant } from "../reach.ts";
import { allOf, type FunctionName, functionNames, one, policiesOf, tableArn } from "./find.ts";
import { isAllowed, type Policy } from "./iam.ts";
import { root } from "./lay-down.ts";

/** Everything that can be asked of a table or its stream, whatever anybody grants. */
const tableActions = [
  "BatchGetItem",
  "BatchWriteItem",
  "ConditionCheckItem",
  "CreateBackup",
  "CreateTable",
  "DeleteItem",
  "DeleteTable",
  "DescribeTable",
  "ExportTableToPointInTime",
  "GetItem",
  "PartiQLDelete",
  "PartiQLInsert",
  "PartiQLSelect",
  "PartiQLUpdate",
  "PutItem",
  "Query",
  "RestoreTableToPointInTime",
  "Scan",
  "UpdateItem",
  "UpdateTable",
  "UpdateTimeToLive",
] as const;

/** One partition of each kind that anybody is granted or the code tells of; the last is of a kind that nobody has thought of yet. */
const partitions = [
  ...new Set([
    ...Object.values(reach).flatMap((grants: readonly TableGrant[]) =>
      grants.flatMap(({ partitions: each }) => each.map((pattern) => pattern.replace("*", "x"))),
    ),
    ...kindsInShape(),
    "NEW#x",
  ]),
].sort();

/** The keys that the table of entities in shape.ts tells of, of the table and of its indexes. */
function kindsInShape(): string[] {
  const rows = readFileSync(join(root, "apps/api/src/table/shape.ts"), "utf8").matchAll(/^ \* \|[^|]*\|(.*)\|$/gm);
  return [...rows].flatMap(([, cells = ""]) => [...cells.matchAll(/\b[A-Z]{3,}\b(?:#[^\s,;|]*)?/g)].map(([kind]) => kind.replace(/<.*/, "x")));
}

const arn = tableArn("production");
const places: Record<string, string> = {
  table: arn,
  ...Object.fromEntries([shape.queue, shape.list, shape.host].map(({ name }) => [`index ${name}`, `${arn}/index/${name}`])),
  "another table": `${arn}-other`,
};

/** All that these policies let happen at a table, asked one by one: `GetItem table SES#x`. */
function granted(policies: readonly Policy[]): string[] {
  return Object.entries(places).flatMap(([place, resource]) =>
    tableActions.flatMap((action) => {
      const asked = (keys?: readonly string[]) =>
        isAllowed(policies, { action: `dynamodb:${action}`, resource, ...(keys ? { context: { "dynamodb:LeadingKeys": keys } } : {}) });
      return [
        ...(asked() ? [`${action} ${place} without keys`] : []),
        ...partitions.filter((partition) => asked([partition])).map((partition) => `${action} ${place} ${partition}`),
      ];
    }),
  );
}

/** All that a form has to do with: sign-ups and their seats, claims, limits, and events as the office wrote them. */
const publicPartitions = ["SES#x", "SEAT#x", "LEASE#x", "CLAIM#x", "RATE#x", "EVT#x", "SLUG#x", "EVENTS"];

/** What the public function must never be able to do, told of each policy that lets it. */
const publicFaults = (policies: readonly Policy[]): string[] => [
  ...granted(policies).filter((grant) => {
    const [action = "", ...rest] = grant.split(" ");
    const what = rest.join(" ");
    if (!["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem"].includes(action)) return true;
    if (what.endsWith("without keys") || what.startsWith("another table")) return true;
    if (!publicPartitions.includes(rest.at(-1) ?? "")) return true;
    // The office's own: an event is read and never written.
    return ["PutItem", "UpdateItem"].includes(action) && / (EVT|SLUG)#| EVENTS/.test(what);
  }),
  ...[
    "ses:SendEmail",
    "sqs:SendMessage",
    "s3:GetObject",
    "lambda:InvokeFunction",
    "ssm:GetParameter",
    "secretsmanager:GetSecretValue",
    "iam:PassRole",
    "sts:AssumeRole",
  ].filter((action) => isAllowed(policies, { action, resource: "arn:aws:anything", context: { "ses:FromAddress": ["office@example.org"] } })),
];

it("every kind of partition that the code tells of is asked for, whoever is granted it", () => {
  const kinds = ["SES#x", "MSG#x", "FORM#x", "DIRECTORS", "ROWS", "CAL#x", "GRANTS#x", "EVENTS", "MAILS#held", "HOST#x", "RATE#x", "SUP#x"];
  expect(kindsInShape()).toEqual(expect.arrayContaining(kinds));
});

const publicPolicies = policiesOf("production", "PublicApi");

/** The same policies with something done to their first statement on the table. */
const widened = (change: (statement: Policy["Statement"][number]) => void): Policy[] => {
  const copy = structuredClone(publicPolicies);
  const statement = copy[0]?.Statement.find(({ Action }) => Action.includes("dynamodb:GetItem"));
  if (!statement) throw new Error("there is nothing to widen");
  change(statement);
  return copy;
};

describe("the public function", () => {
  it("can do nothing at the table but what a form needs: no scan, no delete, nothing of sessions, grants, mails or records", () => {
    expect(publicFaults(publicPolicies)).toEqual([]);
    expect(granted(publicPolicies).length, "and it can do something").toBeGreaterThan(10);
  });

  it.each<[string, Policy[]]>([
    ["Scan", widened(({ Action }) => Action.push("dynamodb:Scan"))],
    ["DeleteItem", widened(({ Action }) => Action.push("dynamodb:DeleteItem"))],
    ["BatchWriteItem", widened(({ Action }) => Action.push("dynamodb:BatchWriteItem"))],
    ["PutItem where it may read", widened(({ Action }) => Action.push("dynamodb:PutItem"))],
    ["every action", widened(({ Action }) => Action.push("dynamodb:*"))],
    ["what the office writes to people", widened(({ Condition }) => Condition?.["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"]?.push("MSG#*"))],
    ["what somebody left unsaved", widened(({ Condition }) => Condition?.["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"]?.push("FORM#*"))],
    ["sessions", widened(({ Condition }) => Condition?.["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"]?.push("SID#*"))],
    ["any partition", widened(({ Condition }) => Condition?.["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"]?.push("*"))],
    ["requests without keys", widened(({ Condition }) => delete Condition?.Null)],
    ["no condition at all", widened((statement) => delete statement.Condition)],
    ["every table", widened(({ Resource }) => Resource.push("*"))],
    ["sending mail", widened((statement) => Object.assign(statement, { Action: ["ses:SendEmail"], Resource: ["*"], Condition: {} }))],
  ])("widened by one thing, %s, is found out (the control)", (_word, policies) => {
    expect(publicFaults(policies)).not.toEqual([]);
  });
});

describe("every function", () => {
  const of = (name: FunctionName) => granted(policiesOf("production", name));

  it.each(functionNames)("%s reaches no other table, no request without keys, no kind of item that is not named, and never scans", (name) => {
    expect(of(name).filter((grant) => /^(Scan|PartiQL|Batch?Write|\w*(Table|Backup|TimeToLive)) | another table | without keys$| NEW#/.test(grant))).toEqual(
      [],
    );
  });

  it("deletes nothing but drafts, their addresses, unsaved forms, ended sessions and freed claims", () => {
    const deletes = functionNames.flatMap((name) =>
      of(name)
        .filter((grant) => grant.startsWith("DeleteItem"))
        .map((grant) => `${name}: ${grant}`),
    );
    expect(deletes).toEqual([
      "AdminApi: DeleteItem table EVT#x",
      "AdminApi: DeleteItem table FORM#x",
      "AdminApi: DeleteItem table SID#x",
      "AdminApi: DeleteItem table SLUG#x",
      "Schedule: DeleteItem table CLAIM#x",
    ]);
  });

  it("adds audit records and changes none", () => {
    const records = functionNames.flatMap((name) =>
      of(name)
        .filter((grant) => / AUD#/.test(grant) && !/^(GetItem|Query) /.test(grant))
        .map((grant) => `${name}: ${grant}`),
    );
    expect(records).toEqual(["AdminApi: PutItem table AUD#x", "Stream: PutItem table AUD#x"]);
  });

  it("leaves grants, sessions and unsaved forms to the console's function alone", () => {
    const reaches = functionNames.filter((name) => of(name).some((grant) => / (SID|USR|SUB|USER|GRANTS|FORM)#| (USERS|DIRECTORS)$/.test(grant)));
    expect(reaches).toEqual(["AdminApi"]);
  });

  it("sends mail from the office's address alone, and only the mailer does", () => {
    const send = (name: FunctionName, from: string) =>
      isAllowed(policiesOf("production", name), {
        action: "ses:SendRawEmail",
        resource: "arn:aws:ses:us-east-1:123456789012:identity/example.org",
        context: { "ses:FromAddress": [from] },
      });
    expect(functionNames.filter((name) => send(name, "office@example.org"))).toEqual(["Mailer"]);
    expect(send("Mailer", "mayor@example.org")).toBe(false);
  });

  it.each(functionNames)("%s writes to its own log and no other, and makes none", (name) => {
    const may = (action: string, log: string) =>
      isAllowed(policiesOf("production", name), {
        action: `logs:${action}`,
        resource: `arn:aws:logs:us-east-1:123456789012:log-group:/cte-partnerships/production/${log}:log-stream:x`,
      });
    expect(functionNames.filter((log) => may("PutLogEvents", log))).toEqual([name]);
    expect(may("CreateLogGroup", name)).toBe(false);
  });

  it.each(functionNames)("%s has a role that Lambda alone may take on, and a policy of a length that IAM takes", (name) => {
    const { assumeRolePolicy, inlinePolicies } = one("production", "aws:iam/role:Role", `${name}Role`).inputs as {
      assumeRolePolicy: { Statement: unknown[] };
      inlinePolicies: { policy: string }[];
    };
    expect(assumeRolePolicy.Statement).toMatchObject([{ Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }]);
    expect(inlinePolicies.reduce((sum, { policy }) => sum + policy.length, 0)).toBeLessThan(10_240);
  });

  it("and every other role is one that this test knows", () => {
    const others = allOf("production", "aws:iam/role:Role")
      .map(({ name }) => name.replace(/Role$/, ""))
      .filter((name) => !functionNames.includes(name as FunctionName));
    // The edge's signers, which SST makes, and what starts the schedule.
    expect(others).toEqual(["ConsoleRouterEdgeFunction", "PublicRouterEdgeFunction", "Reconcile", "Sweep"]);
    const schedule = /function:cte-partnerships-production-ScheduleFunction-/;
    for (const name of ["Sweep", "Reconcile"]) {
      const statements = policiesOf("production", name).flatMap(({ Statement }) => Statement);
      expect(statements.map(({ Action }) => Action)).toEqual([["lambda:InvokeFunction"], ["sqs:SendMessage"]]);
      expect(statements[0]?.Resource).toEqual([expect.stringMatching(schedule)]);
    }
  });
});
