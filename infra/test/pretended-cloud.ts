/** What AWS and SST's own command would answer, as far as the program looks at it. */
import { join } from "node:path";

type Values = Record<string, unknown>;

const account = "123456789012";
const arn = (service: string, rest: string, region = "us-east-1") => `arn:aws:${service}:${region}:${account}:${rest}`;

/** What a resource or a question to a provider knows beyond what it was given, by its type. */
export function outputsOf(type: string, name: string, inputs: Values): Values {
  return answers[type]?.(String(inputs.name ?? inputs.bucket ?? inputs.configurationSetName ?? name), inputs, name) ?? { arn: arn("other", name) };
}

const answers: Record<string, (physical: string, inputs: Values, name: string) => Values> = {
  "aws:index/getRegion:getRegion": () => ({ region: "us-east-1", name: "us-east-1", id: "us-east-1" }),
  "aws:index/getPartition:getPartition": () => ({ partition: "aws", dnsSuffix: "amazonaws.com" }),
  "aws:index/getCallerIdentity:getCallerIdentity": () => ({ accountId: account, arn: arn("iam", "root", "") }),
  "aws:iam/getPolicyDocument:getPolicyDocument": (_physical, inputs) => ({ ...inputs, json: policyJson(inputs.statements as Statement[]) }),
  "aws:dynamodb/table:Table": (physical) => ({
    name: physical,
    arn: arn("dynamodb", `table/${physical}`),
    streamArn: arn("dynamodb", `table/${physical}/stream/2026-01-01T00:00:00.000`),
  }),
  "aws:dynamodb/getTable:getTable": (physical) => ({
    name: physical,
    arn: arn("dynamodb", `table/${physical}`),
    streamArn: arn("dynamodb", `table/${physical}/stream/2026-02-02T00:00:00.000`),
  }),
  "aws:lambda/function:Function": (physical) => ({
    name: physical,
    arn: arn("lambda", `function:${physical}`),
    qualifiedArn: arn("lambda", `function:${physical}:1`),
    version: "1",
  }),
  "aws:lambda/functionUrl:FunctionUrl": (_physical, _inputs, name) => ({ functionUrl: `https://${name.toLowerCase()}.lambda-url.us-east-1.on.aws/` }),
  "aws:iam/role:Role": (physical) => ({ name: physical, arn: arn("iam", `role/${physical}`, "") }),
  "aws:sqs/queue:Queue": (physical) => ({ name: physical, arn: arn("sqs", physical), url: `https://sqs.us-east-1.amazonaws.com/${account}/${physical}` }),
  "aws:sns/topic:Topic": (physical) => ({ name: physical, arn: arn("sns", physical) }),
  "aws:s3/bucket:Bucket": (physical) => ({
    bucket: physical,
    arn: `arn:aws:s3:::${physical}`,
    bucketRegionalDomainName: `${physical}.s3.us-east-1.amazonaws.com`,
  }),
  "aws:s3/bucketObjectv2:BucketObjectv2": () => ({}),
  "aws:cloudwatch/logGroup:LogGroup": (physical) => ({ name: physical, arn: arn("logs", `log-group:${physical}`) }),
  "aws:cloudfront/distribution:Distribution": (_physical, _inputs, name) => ({
    arn: arn("cloudfront", `distribution/${name}`, ""),
    domainName: `${name.toLowerCase()}.cloudfront.net`,
    hostedZoneId: "Z2FDTNDATAQYW2",
    etag: "etag",
  }),
  "aws:cloudfront/keyValueStore:KeyValueStore": (_physical, _inputs, name) => ({ arn: arn("cloudfront", `key-value-store/${name}`, "") }),
  "aws:cloudfront/function:Function": (_physical, _inputs, name) => ({ arn: arn("cloudfront", `function/${name}`, "") }),
  "aws:wafv2/webAcl:WebAcl": (physical) => ({ name: physical, arn: arn("wafv2", `global/webacl/${physical}/id`) }),
  "aws:acm/certificate:Certificate": (_physical, inputs, name) => ({
    arn: arn("acm", `certificate/${name}`),
    domainValidationOptions: [{ domainName: inputs.domainName, resourceRecordName: "_check", resourceRecordType: "CNAME", resourceRecordValue: "value" }],
  }),
  "aws:acm/certificateValidation:CertificateValidation": (_physical, inputs) => ({ certificateArn: inputs.certificateArn }),
  "aws:sesv2/emailIdentity:EmailIdentity": (_physical, inputs) => ({
    arn: arn("ses", `identity/${String(inputs.emailIdentity)}`),
    dkimSigningAttributes: { tokens: ["one", "two", "three"] },
  }),
  "aws:sesv2/configurationSet:ConfigurationSet": (physical) => ({ configurationSetName: physical, arn: arn("ses", `configuration-set/${physical}`) }),
  "random:index/randomBytes:RandomBytes": () => ({ base64: Buffer.alloc(32).toString("base64") }),
  "pulumi-nodejs:dynamic:Resource": () => ({ isDone: true, zoneId: "Z0000000000000" }),
};

interface Statement {
  effect?: string;
  actions?: string[];
  resources?: string[];
  principals?: { type: string; identifiers: string[] }[];
  conditions?: { test: string; variable: string; values: string[] }[];
}

/** As the provider writes it. */
function policyJson(statements: Statement[]): string {
  const written = statements.map(({ effect = "Allow", actions, resources, principals, conditions }) => ({
    Effect: effect,
    ...(actions ? { Action: actions } : {}),
    ...(resources ? { Resource: resources } : {}),
    ...(principals ? { Principal: Object.fromEntries(principals.map(({ type, identifiers }) => [type, identifiers])) } : {}),
    ...(conditions ? { Condition: conditionsOf(conditions) } : {}),
  }));
  return JSON.stringify({ Version: "2012-10-17", Statement: written });
}

function conditionsOf(conditions: NonNullable<Statement["conditions"]>): Record<string, Record<string, string[]>> {
  const byTest: Record<string, Record<string, string[]>> = {};
  for (const { test, variable, values } of conditions) byTest[test] = { ...byTest[test], [variable]: values };
  return byTest;
}

/** SST's command serves the program: where its own buckets are, and what became of a function's bundle. */
export function answerTo({ method, params: [asked] }: { method: string; params: [Values] }): { result?: unknown; error?: string } {
  if (method === "Provider.Aws.Bootstrap") return { result: { asset: "sst-asset", state: "sst-state" } };
  if (method === "Runtime.Build")
    return { result: { handler: asked.handler, out: join(process.env.ROOT ?? "", String(asked.bundle)), errors: [], sourcemaps: [] } };
  return { error: `rpc: can't find ${method}` };
}
