import type { Page } from "playwright-core";

interface MadeEvent {
  id: string;
  version: number;
  sessions: { id: string }[];
}

const hour = 3_600_000;

/** An event with one session, made and published as the console does it, and without its form. */
export async function publishEvent(
  page: Page,
  origin: string,
  session: { capacity: number; partySizeLimit: number; waitlistLimit: number },
): Promise<MadeEvent> {
  const at = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
  const { event } = await ask<{ event: MadeEvent }>(page, `${origin}/api/admin/events`, {
    title: "Career Day at Harbor High",
    activityTypeId: "act_career-day",
    details: { firms: 12, groups: 6, minutesPerRotation: 20 },
    description: "People from several firms tell what their work is like.",
    host: { kind: "office" },
    venue: { kind: "virtual", zone: "America/New_York", online: {} },
    audience: "everyone",
    contact: { title: "Director of Industry Engagement" },
    signUpWindow: { opensAt: at(-1), closesAt: at(200) },
    needsApproval: false,
    oneSessionPerPerson: false,
    questions: [],
    sessions: [{ startsAt: at(240), endsAt: at(242), ...session }],
  });
  return (await ask<{ event: MadeEvent }>(page, `${origin}/api/admin/events/${event.id}/publish`, { version: event.version })).event;
}

async function ask<Answer>(page: Page, url: string, body: object): Promise<Answer> {
  const answer = await page.request.post(url, { data: body, headers: { "x-requested-by": "console" } });
  if (!answer.ok()) throw new Error(`${url} was answered ${answer.status()}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
