import { expect, it } from "vitest";
import { isRealDay } from "./real-day.ts";

it("agrees with the calendar of the runtime on every day and on every text that is none, over 400 years and more", () => {
  for (let year = 1899; year <= 2301; year++) {
    for (let month = 0; month <= 13; month++) {
      for (let day = month === 2 ? 27 : 28; day <= 33; day++) {
        const text = `${year}-${String(month).padStart(2, "0")}-${String(day % 33).padStart(2, "0")}`;
        const at = Date.parse(`${text}T00:00:00.000Z`);
        const isReal = !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
        if (isRealDay(text) !== isReal) expect({ [text]: isRealDay(text) }).toEqual({ [text]: isReal });
      }
    }
  }
  expect(["0000-02-29", "0100-02-29", "2000-02-29", "1900-02-29", "9999-12-31"].map(isRealDay)).toEqual([true, false, true, false, true]);
});
