import { createHash, randomUUID } from "node:crypto";
import type { DynamoDBRecord, SQSRecord } from "aws-lambda";

export interface HttpAsked {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
  /** Other bodies than text come so, and forms do. */
  asBase64?: boolean;
}

/** What a function URL hands over (payload 2.0), behind an edge that says who is asking. Cookies have a place of their own. */
export function httpEvent({ method = "GET", path, headers: { cookie, ...headers } = {}, body, asBase64 = false }: HttpAsked): object {
  const [rawPath = "/", rawQueryString = ""] = path.split("?");
  const domainName = "abcdefghijklmnopqrstuvwxyz012345.lambda-url.us-east-1.on.aws";
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath,
    rawQueryString,
    ...(cookie === undefined ? {} : { cookies: cookie.split("; ") }),
    headers: {
      host: domainName,
      "x-forwarded-proto": "https",
      "x-forwarded-port": "443",
      "x-forwarded-for": "198.51.100.7",
      "x-viewer-ip": "198.51.100.7",
      "user-agent": "Amazon CloudFront",
      ...headers,
    },
    requestContext: {
      accountId: "000000000000",
      apiId: domainName.split(".")[0],
      domainName,
      domainPrefix: domainName.split(".")[0],
      http: { method, path: rawPath, protocol: "HTTP/1.1", sourceIp: "130.176.0.1", userAgent: "Amazon CloudFront" },
      requestId: randomUUID(),
      routeKey: "$default",
      stage: "$default",
      time: "26/Nov/2026:12:00:00 +0000",
      timeEpoch: Date.now(),
    },
    ...(body === undefined ? {} : { body: asBase64 ? Buffer.from(body).toString("base64") : body }),
    isBase64Encoded: asBase64,
  };
}

export interface HttpAnswer {
  statusCode: number;
  headers: Record<string, string>;
  cookies?: string[];
  body: string;
  isBase64Encoded: boolean;
}

/** Records of the table's stream as the mapping hands them over: a time is a number there, and not a text. */
export const streamEvent = (records: readonly DynamoDBRecord[]): object => ({
  Records: records.map((record) => ({
    ...record,
    eventSourceARN: "arn:aws:dynamodb:us-east-1:000000000000:table/cte/stream/2026-11-26T00:00:00.000",
    dynamodb: { ...record.dynamodb, ApproximateCreationDateTime: Date.now() / 1000 },
  })),
});

export const queueEvent = (bodies: readonly string[], received = 1): { Records: SQSRecord[] } => ({
  Records: bodies.map((body) => ({
    messageId: randomUUID(),
    receiptHandle: "handle",
    body,
    attributes: {
      ApproximateReceiveCount: String(received),
      SentTimestamp: String(Date.now()),
      SenderId: "AIDAEXAMPLE",
      ApproximateFirstReceiveTimestamp: String(Date.now()),
    },
    messageAttributes: {},
    md5OfBody: createHash("md5").update(body).digest("hex"),
    eventSource: "aws:sqs",
    eventSourceARN: "arn:aws:sqs:us-east-1:000000000000:queue",
    awsRegion: "us-east-1",
  })),
});
