import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { seedEventsAt } from "@cte-partnerships/api/bench";
import { startDynamoDbLocal } from "@cte-partnerships/dynamodb-local";
import type { Screen } from "./screen.ts";

const events = 20_000;

/** A draft, since a new event is what a list has to take in. */
const draft = (title: string) => ({
  title,
  activityTypeId: "act_career-day",
  description: "",
  host: { kind: "office" },
  venue: { kind: "virtual", zone: "America/New_York", online: {} },
  audience: "everyone",
  contact: { title: "Events desk" },
  signUpWindow: { opensAt: "2026-01-01T00:00:00.000Z", closesAt: "2026-01-02T00:00:00.000Z" },
  needsApproval: false,
  oneSessionPerPerson: false,
  questions: [],
  sessions: [],
});

export const listOf20000: Screen = {
  name: "list of 20,000 events",
  async fill(folder) {
    const keys = JSON.parse(readFileSync(join(folder, "keys.json"), "utf8")) as { database: { accessKeyId: string } };
    const database = await startDynamoDbLocal({ dbPath: join(folder, "database") });
    try {
      await seedEventsAt({ endpoint: database.endpoint, accessKeyId: keys.database.accessKeyId, tableName: "cte-partnerships" }, events);
    } finally {
      await database.stop();
    }
  },
  async prepare(page, origin) {
    const cookies = await page.context().cookies(origin);
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    return {
      url: `${origin}/admin/events`,
      scroller: undefined,
      row: "tr[data-event]",
      // Until the console holds them all, the API finds.
      ready: /^(19|20),\d{3} events$/,
      search: { label: "Search", words: ["robotics", "hospital morning", "elm street bank 77", "zoe"] },
      async change() {
        const title = `Zoe ${randomUUID().slice(0, 8)}`;
        const made = await fetch(`${origin}/api/admin/events`, {
          method: "POST",
          headers: { cookie, origin, "content-type": "application/json", "x-requested-by": "console" },
          body: JSON.stringify(draft(title)),
        });
        if (made.status !== 201) throw new Error(`an event was answered ${made.status}: ${await made.text()}`);
        return title;
      },
    };
  },
};
