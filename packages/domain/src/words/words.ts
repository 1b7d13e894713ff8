import { partnerWords } from "../partner/words.ts";
import type { Words } from "../rule/explain.ts";

/** The sentences of each noun, in the order of the nouns. */
export const everyNounsWords: readonly Words[] = [partnerWords];

/** Every noun's sentences in one: what `explain` tells the rules of this package with. An agency adds its own beside them. */
export const words: Words = /* @__PURE__ */ Object.assign({}, ...everyNounsWords);
