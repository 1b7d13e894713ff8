import { expect, test } from "vitest";
import { deedOf, doerOf } from "./history-words.ts";

test("what was done is told in words, and what is not known by its code", () => {
  expect([deedOf({ op: "sign_up.approve" }), deedOf({ op: "new.deed" })]).toEqual(["Approved", "new.deed"]);
});

test("somebody of the office is named, and of the public nobody is", () => {
  const words = [{ by: "usr_1", byName: "Dana" }, { by: "person" }, { by: "system:settling" }, { by: "usr_gone" }].map(doerOf);
  expect(words).toEqual(["Dana", "The person, by form or link", "The system", "usr_gone"]);
});
