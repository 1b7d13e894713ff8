import { type Actor, addDays } from "@cte-partnerships/domain";
import { countEvents } from "../../src/event/count-events.ts";
import { followRows, listRows } from "../../src/event/follow-rows.ts";
import { getCalendar } from "../../src/event/get-calendar.ts";
import { listEvents } from "../../src/event/list-events.ts";
import { getToday } from "../../src/today/get-today.ts";
import { todayOf } from "../../src/today.ts";
import { type Consumed, counting } from "./consumed.ts";
import { table as markdown } from "./figures.ts";
import { benchDeps, freshTable, patientTable } from "./open.ts";
import { seedEvents } from "./seed-events.ts";

/** An event is three records here: itself, its row, and the month that its sessions stand in. */
const recordsPerEvent = 3;
/** Records of the table: some 300, 7,000 and 67,000 events, of which the last is what a city has after a decade. */
const sizes = [1_000, 20_000, 200_000].map((records) => Math.round(records / recordsPerEvent));

/** What each question of the console's list costs at a table of ever more events: what it reads does not grow with them. */
export async function eventPages(endpoint: string): Promise<string> {
  const { accessKeyId } = await freshTable(endpoint);
  const { table, take } = counting(patientTable(endpoint, accessKeyId));
  const deps = benchDeps(table, false);
  const director: Actor = { userId: deps.ids.user(), grants: [{ id: deps.ids.grant(), role: "director", scope: { kind: "city" } }] };
  const figures: string[][] = [];
  let events = 0;
  for (const size of sizes) {
    await seedEvents(deps, size - events, events, { hasSeats: size === sizes[0] });
    events = size;
    take();
    const told = (what: string, { read, calls }: Consumed) =>
      figures.push([what, (size * recordsPerEvent).toLocaleString("en-US"), read.toFixed(1), String(calls)]);
    const ask = async (what: string, query: Parameters<typeof listEvents>[1]["query"]) => {
      const listed = await listEvents(deps, { actor: director, query });
      if (!listed.ok) throw new Error(listed.refusal.code);
      told(`${what}: ${listed.value.items.length} found`, take());
      return listed.value.items;
    };
    const first = await ask("the list's first page", { order: "upcoming" });
    await ask("a page of those cancelled", { order: "soonest", status: ["cancelled"] });
    await ask("a page of a search of which few match", { order: "latest", q: "robotics 777" });
    const rows = await listRows(deps, { actor: director });
    if (!rows.ok) throw new Error(rows.refusal.code);
    told(`a page of the rows that the console holds: ${rows.value.rows.length.toLocaleString("en-US")}`, take());
    await followRows(deps, { actor: director, since: rows.value.since });
    told("what changed among them, each second", take());
    await countEvents(deps, { actor: director, ids: first.slice(0, 20).map(({ id }) => id) });
    told("the numbers of 20 events in view", take());
    const [from, to] = [todayOf(deps), addDays(todayOf(deps), 29)];
    const calendar = await getCalendar(deps, { actor: director, query: { from, to } });
    if (!calendar.ok) throw new Error(calendar.refusal.code);
    told(`30 days of the calendar: ${calendar.value.sessions.length.toLocaleString("en-US")} sessions${calendar.value.isCut ? ", cut" : ""}`, take());
    const today = await getToday(deps, { actor: director });
    told(`what wants somebody today: ${today.sessions.length.toLocaleString("en-US")} sessions${today.isCut ? ", cut" : ""}`, take());
  }
  return markdown(["question of the console's list", "records in the table, about", "read units", "calls"], figures);
}
