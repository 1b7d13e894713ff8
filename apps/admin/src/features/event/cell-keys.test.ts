import { describe, expect, test } from "vitest";
import { cellAfter } from "./cell-keys.ts";

const none = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const from = (kind: "text" | "number" | "date" | "time", row = 1) => ({ row, column: "x", kind });

describe("keys in the table of sessions", () => {
  test("Enter goes down and with Shift up, in every field, and behind the last row to what adds one", () => {
    for (const kind of ["text", "number", "date", "time"] as const) {
      expect(cellAfter({ ...none, key: "Enter" }, from(kind), 3)).toEqual({ row: 2, column: "x" });
      expect(cellAfter({ ...none, key: "Enter", shiftKey: true }, from(kind), 3)).toEqual({ row: 0, column: "x" });
      expect(cellAfter({ ...none, key: "Enter" }, from(kind, 2), 3)).toBe("after");
    }
  });

  test("arrows go from row to row, but turn the parts of a date or a time unless Ctrl is held", () => {
    for (const kind of ["text", "number"] as const) expect(cellAfter({ ...none, key: "ArrowDown" }, from(kind), 3)).toEqual({ row: 2, column: "x" });
    for (const kind of ["date", "time"] as const) {
      expect(cellAfter({ ...none, key: "ArrowDown" }, from(kind), 3)).toBeUndefined();
      expect(cellAfter({ ...none, key: "ArrowUp", ctrlKey: true }, from(kind), 3)).toEqual({ row: 0, column: "x" });
    }
    expect(cellAfter({ ...none, key: "ArrowDown" }, from("text", 2), 3)).toEqual({ row: 2, column: "x" });
    expect(cellAfter({ ...none, key: "ArrowUp" }, from("text", 0), 3)).toEqual({ row: 0, column: "x" });
  });

  test("no other key is taken from the field, nor what opens a browser's own choices", () => {
    for (const key of ["Tab", "ArrowLeft", "a", "Escape"]) expect(cellAfter({ ...none, key }, from("text"), 3)).toBeUndefined();
    expect(cellAfter({ ...none, key: "ArrowDown", altKey: true }, from("date"), 3)).toBeUndefined();
    expect(cellAfter({ ...none, key: "Enter", ctrlKey: true }, from("text"), 3)).toBeUndefined();
  });
});
