import type { IsoDate } from "@cte-partnerships/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EventRow } from "../../lib/api/event.ts";
import { inOrder, isSortable, matching, type Names, orderOf } from "./find-in-rows.ts";
import type { EventSearch } from "./search.ts";

const today = "2026-11-26" as IsoDate;
const titled = (...rows: [string, string][]) => rows.map(([id, title]) => ({ id, title }));
const names = {
  office: "Office of Partnerships",
  zone: "America/New_York",
  boroughs: titled(["bor_brooklyn", "Brooklyn"], ["bor_queens", "Queens"]),
  commissions: titled(["cms_health", "Health Commission"]),
  schools: [],
  activityTypes: titled(["act_tour", "Workplace tour"], ["act_day", "Career day"]).map((type) => ({ ...type, description: "", purpose: "" })),
} as Names;

const office = { kind: "office" } as const;
const health = { kind: "commission", commissionId: "cms_health" } as EventRow["host"];
let made = 0;
const row = (over: Partial<Record<keyof EventRow, unknown>> = {}): EventRow =>
  ({
    id: `evt_${++made}`,
    title: "Event",
    status: "published",
    activityTypeId: "act_tour",
    host: office,
    boroughId: "bor_brooklyn",
    place: "Harbor High",
    city: "Brooklyn",
    zone: "America/New_York",
    startsAt: "2026-12-01T15:00:00.000Z",
    firstDay: "2026-12-01",
    lastDay: "2026-12-01",
    sessionCount: 1,
    capacity: 40,
    contact: "Events desk",
    version: 1,
    ...over,
  }) as EventRow;

const undated = { startsAt: undefined, firstDay: undefined, lastDay: undefined };

describe("what is found among the rows", () => {
  const tour = row({ title: "Tour of Peña’s Bakery", labels: ["Morning round"] });
  const panel = row({ title: "Évening panel", host: health, boroughId: undefined, place: undefined, city: undefined, status: "draft", ...undated });
  const day = row({ title: "Big day", activityTypeId: "act_day", boroughId: "bor_queens", firstDay: "2026-11-30", lastDay: "2026-12-02", status: "done" });
  const all = [tour, panel, day];
  it.each<[EventSearch, EventRow[]]>([
    [{}, all],
    [{ q: "PENA'S tour" }, [tour]],
    [{ q: "bakery evening" }, []],
    [{ q: "evening health" }, [panel]],
    [{ q: "morning" }, [tour]],
    [{ q: "career day" }, [day]],
    [{ q: "desk office" }, [tour, day]],
    [{ status: "draft,done" }, [panel, day]],
    [{ activityType: "act_day,act_unknown" }, [day]],
    [{ borough: "bor_brooklyn,bor_queens" }, [tour, day]],
    [{ host: "cms_health" }, [panel]],
    [{ host: "cms_health", status: "done" }, []],
    [{ from: "2026-12-02" }, [day]],
    [{ to: "2026-11-30" }, [day]],
    [{ from: "2026-12-01", to: "2026-12-01" }, [tour, day]],
    [{ when: "next-week" }, [tour, day]],
    [{ when: "today", from: "2020-01-01" }, []],
  ])("for %j", (search, expected) => {
    expect(matching(all, search, names, today).map(({ title }) => title)).toEqual(expected.map(({ title }) => title));
  });
});

const someRow = fc
  .record({
    title: fc.constantFrom("Tour", "Panel", "Évening", "Tour of Queens"),
    status: fc.constantFrom("draft", "published", "closed", "done", "cancelled"),
    host: fc.constantFrom(office, health),
    activityTypeId: fc.constantFrom("act_tour", "act_day"),
    capacity: fc.nat(50),
    day: fc.option(fc.integer({ min: -400, max: 400 })),
  })
  .map(({ day, ...over }) => {
    if (day === null) return row({ ...over, ...undated });
    const startsAt = new Date(Date.parse("2026-11-26T15:00:00Z") + day * 86_400_000).toISOString();
    return row({ ...over, startsAt, firstDay: startsAt.slice(0, 10), lastDay: startsAt.slice(0, 10) });
  });

describe("order", () => {
  it("has first what begins today or later, soonest first, what has no date, and then what is past, latest first", () => {
    fc.assert(
      fc.property(fc.array(someRow, { maxLength: 40 }), (rows) => {
        const days = inOrder(rows, undefined, names, today).map(({ firstDay }) => firstDay ?? "undated");
        const coming = days.filter((day) => day >= today);
        const past = days.filter((day) => day < today);
        expect(days).toEqual([...coming.toSorted(), ...past.toSorted().reverse()]);
      }),
    );
  });

  it("by a column is the whole list, the other way round where it goes down, and the same whatever order the rows came in", () => {
    const column = fc.constantFrom("start", "title", "type", "host", "place", "state", "seats");
    fc.assert(
      fc.property(fc.array(someRow, { maxLength: 30 }), column, (rows, sort) => {
        const up = inOrder(rows, sort, names, today);
        const down = inOrder(rows, `-${sort}`, names, today);
        expect(new Set(up)).toEqual(new Set(rows));
        expect(inOrder(rows.toReversed(), sort, names, today)).toEqual(up);
        // Rows that are equal in what is sorted by stay by date, up or down.
        if (sort === "start") expect(down).toEqual(up.toReversed());
        if (sort === "seats") expect(down.map(({ capacity }) => capacity)).toEqual(up.map(({ capacity }) => capacity).reverse());
        expect(isSortable(sort)).toBe(true);
      }),
    );
  });

  it("is kept by what is filtered, and filters agree with each other whichever is taken first", () => {
    const search = fc.record({ q: fc.constantFrom("tour", "evening", "queens tour", ""), status: fc.constantFrom("draft", "draft,done", "published") });
    fc.assert(
      fc.property(fc.array(someRow, { maxLength: 40 }), search, (rows, { q, status }) => {
        const ordered = inOrder(rows, undefined, names, today);
        const both = matching(ordered, { q, status }, names, today);
        expect(both).toEqual(ordered.filter((one) => both.includes(one)));
        expect(both).toEqual(matching(matching(ordered, { status }, names, today), { q }, names, today));
      }),
    );
  });

  it("that makes no sense is the one of what is to come", () => {
    const rows = [row({ title: "b" }), row({ title: "a", startsAt: "2026-12-02T15:00:00.000Z" })];
    for (const sort of ["nonsense", "-", "constructor", "-__proto__"]) {
      expect(inOrder(rows, sort, names, today)).toEqual(inOrder(rows, undefined, names, today));
    }
  });

  it("is given by the API's pages where it is by date, and by nothing else", () => {
    expect([undefined, "start", "-start", "title", "nonsense"].map(orderOf)).toEqual(["upcoming", "soonest", "latest", undefined, "upcoming"]);
  });
});

it("finds each of 20,000 events that has all the words and the state that are asked for", () => {
  const many = Array.from({ length: 20_000 }, (_, index) =>
    row({ title: `Event ${index} ${index % 7 === 0 ? "at the robotics laboratory" : ""}`, startsAt: new Date(1.7e12 + index * 3_600_000).toISOString() }),
  );
  const ordered = inOrder(many, undefined, names, today);
  expect(matching(ordered, { q: "robotics lab", status: "published" }, names, today)).toHaveLength(2858);
});
