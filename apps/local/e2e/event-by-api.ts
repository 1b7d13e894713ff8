import type { Page } from "playwright-core";

export interface WantedEvent {
  title: string;
  /** Hours from now at which its sessions begin; each lasts two. */
  startInHours: readonly number[];
  seats?: number;
  needsApproval?: boolean;
  isDraft?: boolean;
  /** When sign-ups close, hours from now; with the first session where it is not said. */
  closesInHours?: number;
}

/** An event made over the console's API by whoever is signed in: for tests that are not about its form. */
export async function eventByApi(page: Page, origin: string, wanted: WantedEvent): Promise<{ id: string; sessionIds: string[] }> {
  const at = (hours: number) => new Date(Math.floor(Date.now() / 60_000) * 60_000 + hours * 3_600_000).toISOString();
  const { title, startInHours, seats = 10, needsApproval = false, isDraft = false } = wanted;
  const input = {
    title,
    activityTypeId: "act_career-day",
    details: { firms: 4, groups: 2, minutesPerRotation: 20 },
    description: "Made by a browser test.",
    host: { kind: "office" },
    venue: { kind: "virtual", zone: "America/New_York", online: {} },
    audience: "everyone",
    contact: { title: "Career Day desk" },
    signUpWindow: { opensAt: at(-24), closesAt: at(wanted.closesInHours ?? Math.min(...startInHours)) },
    needsApproval,
    oneSessionPerPerson: false,
    questions: [],
    sessions: startInHours.map((hours) => ({ startsAt: at(hours), endsAt: at(hours + 2), capacity: seats, partySizeLimit: 1, waitlistLimit: 5 })),
  };
  const send = async (path: string, data: object) => {
    const response = await page.request.post(`${origin}/api/admin/events${path}`, { data, headers: { "x-requested-by": "console" } });
    if (!response.ok()) throw new Error(`${path}: ${response.status()} ${await response.text()}`);
    return (await response.json()) as { event: { id: string; version: number; sessions: { id: string }[] } };
  };
  const { event } = await send("", input);
  if (!isDraft) await send(`/${event.id}/publish`, { version: event.version });
  return { id: event.id, sessionIds: event.sessions.map(({ id }) => id) };
}
