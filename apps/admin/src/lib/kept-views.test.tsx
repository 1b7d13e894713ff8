import { expect, test } from "vitest";
import { withView } from "./kept-views.ts";

const [drafts, mine] = [
  { id: "a", title: "Drafts", search: "{}", isDefault: true as const },
  { id: "b", title: "Mine", search: "{}" },
];

test("a view that is kept again under its name stays where it is, and what the list opens with", () => {
  expect(withView([drafts, mine], { id: "c", title: "Drafts", search: '{"q":"x"}' })).toEqual([{ ...drafts, search: '{"q":"x"}' }, mine]);
  expect(withView([drafts], { id: "c", title: "New", search: "{}" })).toEqual([drafts, { id: "c", title: "New", search: "{}" }]);
});
