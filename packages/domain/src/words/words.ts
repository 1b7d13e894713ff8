import { activityWords } from "../activity/words.ts";
import { workBasedLearningWords } from "../activity/work-based-learning-words.ts";
import { agencyWords } from "../agency/words.ts";
import { commissionWords } from "../commission/words.ts";
import { eventWords } from "../event/words.ts";
import { matchingWords } from "../opportunity/matching-words.ts";
import { opportunityWords } from "../opportunity/words.ts";
import { participationWords } from "../participation/words.ts";
import { partnerWords } from "../partner/words.ts";
import { reportWords } from "../report/words.ts";
import type { Words } from "../rule/explain.ts";
import { clusterWords } from "../school/cluster-words.ts";
import { schoolWords } from "../school/words.ts";

/** The sentences of each noun, in the order of the nouns. */
export const everyNounsWords: readonly Words[] = [
  partnerWords,
  schoolWords,
  clusterWords,
  commissionWords,
  activityWords,
  workBasedLearningWords,
  matchingWords,
  eventWords,
  opportunityWords,
  participationWords,
  reportWords,
  agencyWords,
];

/** Every noun's sentences in one: what `explain` tells the rules of this package with. An agency adds its own beside them. */
export const words: Words = /* @__PURE__ */ Object.assign({}, ...everyNounsWords);
