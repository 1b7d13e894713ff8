import { expect, test } from "vitest";
import type { Roster, RosterRow } from "../../lib/api/roster.ts";
import { columnsOf, ordersOf } from "./roster-columns.ts";
import { isSortable } from "./roster-rows.ts";

test("when somebody signed up and ended is told in the zone of the place, with its name where it is another than the agency's", () => {
  const home = "America/New_York";
  const person = { receivedAt: "2026-11-23T10:23:00.000Z", endedAt: "2026-11-24T10:23:00.000Z" } as unknown as RosterRow;
  const told = (zone: string) =>
    columnsOf({ event: { zone, questions: [] } as unknown as Roster["event"] }, home)
      .filter(({ id }) => id === "received" || id === "ended")
      .map(({ text }) => text(person));
  expect(told(home)).toEqual(["Nov 23, 5:23 AM", "Nov 24, 5:23 AM"]);
  expect(told("America/Los_Angeles")).toEqual(["Nov 23, 2:23 AM PST", "Nov 24, 2:23 AM PST"]);
});

test("every order that is offered is one that the rows can be put in, both ways", () => {
  const questions = [{ id: "diet", label: "Diet?" }];
  const orders = ordersOf(columnsOf({ event: { zone: "America/New_York", questions } as unknown as Roster["event"] }, "America/New_York"));
  expect(orders[0]).toEqual({ value: "", label: "Usual order" });
  expect(orders.slice(1).filter(({ value }) => !isSortable(value.replace(/^-/, "")))).toEqual([]);
  expect(orders).toContainEqual({ value: "-answer.diet", label: "Diet?, last first" });
  expect(new Set(orders.map(({ value }) => value)).size).toBe(1 + 2 * 8);
});
