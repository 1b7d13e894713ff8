import * as z from "zod";
import * as domain from "../src/index.ts";

const { Answers, CorrectionInput, Event, EventInput, Grant, Question, Seats, SignUp, SignUpInput } = domain;

/** What other agencies send and keep: a file each. Inputs are described as they are sent, records as they are kept. */
const published = {
  answers: [Answers, "input"],
  "correction-input": [CorrectionInput, "input"],
  event: [Event, "output"],
  "event-input": [EventInput, "input"],
  grant: [Grant, "output"],
  question: [Question, "output"],
  seats: [Seats, "output"],
  "sign-up": [SignUp, "output"],
  "sign-up-input": [SignUpInput, "input"],
} as const satisfies Record<string, readonly [z.ZodType, "input" | "output"]>;

/** Schemas that stand in several places are written once a file and named, so that a change to one is one change. */
const names = z.registry<{ id: string }>();
for (const [name, schema] of Object.entries(domain)) if (schema instanceof z.ZodType) names.add(schema, { id: name });

/** The committed JSON Schemas, file name to content. Rules across fields are told in words in the code, not here. */
export const schemaFiles = (): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(published).map(([name, [schema, io]]) => {
      const { $schema, id: _id, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io, metadata: names });
      return [`${name}.json`, `${JSON.stringify({ $schema, title: name, ...rest }, null, 2)}\n`];
    }),
  );
