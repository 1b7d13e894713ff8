import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantFrom } from "../shared/instant.ts";
import { defaultWritingPolicy, messageForgottenAt } from "./writing-policy.ts";

const day = 24 * 60 * 60 * 1000;
const moment = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) }).map((at) => instantFrom(at));

describe("when a message is forgotten", () => {
  it("is so many days after the last session, and never sooner than so many after it was written", () => {
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 5 }), moment, fc.integer({ min: 0, max: 3650 }), (ends, writtenAt, keptForDays) => {
        const sessions = ends.map((endsAt) => ({ endsAt }));
        const at = Date.parse(messageForgottenAt({ sessions }, writtenAt, { ...defaultWritingPolicy, keptForDays }));
        const since = [...ends, writtenAt].map((each) => at - Date.parse(each));
        expect(Math.min(...since)).toBe(keptForDays * day);
      }),
    );
  });
});
