import type { DatedTable } from "../reference/dated-table.ts";
import type { Source } from "../reference/source.ts";
import type { DateSpan } from "../shared/date.ts";
import {
  extensionNotice,
  gewepFrom14,
  lastDayOfTwoExtensions,
  lastDayOfWecep,
  oneExtensionFrom,
  registeredMemo,
  registeredPage,
  registeredTableBefore,
  unregisteredExperiences,
  workBasedLearningFrom,
} from "./work-based-learning-sources.ts";
import { type RegisteredType, registeredTypes } from "./work-based-learning-type.ts";

/** What is asked of an offered experience, each by a rule of its own: `work-based-learning.age` and so on. */
export type WorkBasedLearningQuestion =
  | "open-type"
  | "age"
  | "grade"
  | "pay"
  | "credit"
  | "related-instruction"
  | "coordinator"
  | "relates-to-program"
  | "supervision"
  | "no-credit-alone";

/** Who asks each question, and when: several where the source changed, and none where a state does not ask it. */
export type WorkBasedLearningSources = Readonly<Record<WorkBasedLearningQuestion, readonly (Source & DateSpan)[]>>;

/** What an agency may set: the types that its state registers, and where its state asks what. */
export interface WorkBasedLearningPolicy {
  types: DatedTable<RegisteredType>;
  sources: WorkBasedLearningSources;
}

const page = [{ ...registeredPage, from: workBasedLearningFrom }];
const byTable = { ...registeredTableBefore, from: workBasedLearningFrom, to: lastDayOfWecep };
const byMemo = { ...registeredMemo, from: gewepFrom14 };
const unregistered = [{ ...unregisteredExperiences, from: workBasedLearningFrom }];

/** New York's types, and its pages and memos. */
export const defaultWorkBasedLearningPolicy: WorkBasedLearningPolicy = {
  types: registeredTypes,
  sources: {
    "open-type": [byTable, byMemo],
    age: [byTable, byMemo],
    grade: page,
    pay: [byTable, byMemo],
    credit: page,
    "related-instruction": page,
    coordinator: [
      { ...registeredPage, from: workBasedLearningFrom, to: lastDayOfTwoExtensions },
      { ...extensionNotice, from: oneExtensionFrom },
    ],
    "relates-to-program": page,
    supervision: unregistered,
    "no-credit-alone": unregistered,
  },
};
