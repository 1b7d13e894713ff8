import { expect, test } from "vitest";
import { onceKeys } from "./once-key.ts";

test("the same content bears the same key until it is done, other content another", () => {
  let made = 0;
  const keys = onceKeys(() => `key-${++made}`);
  expect(keys.keyFor({ name: "A" })).toBe("key-1");
  expect(keys.keyFor({ name: "A" })).toBe("key-1");
  expect(keys.keyFor({ name: "B" })).toBe("key-2");
  keys.forget();
  expect(keys.keyFor({ name: "B" })).toBe("key-3");
});
