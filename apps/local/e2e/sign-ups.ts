import { randomUUID } from "node:crypto";

/** What these tests ask of the public JSON endpoints. */
export interface PublicSession {
  id: string;
  startsAt: string;
  capacity: number;
  remaining: number;
  waitlist: boolean;
  signUps: "open" | "not_yet" | "closed";
}
export interface PublicEvent {
  id: string;
  slug: string;
  title: string;
  sessions: PublicSession[];
}

export async function listEvents(origin: string): Promise<PublicEvent[]> {
  const events: PublicEvent[] = [];
  for (let cursor: string | undefined, pages = 0; pages < 20; pages++) {
    const response = await fetch(`${origin}/api/public/events${cursor === undefined ? "" : `?cursor=${encodeURIComponent(cursor)}`}`);
    const page = (await response.json()) as { items: PublicEvent[]; nextCursor?: string };
    events.push(...page.items);
    cursor = page.nextCursor;
    if (cursor === undefined) return events;
  }
  throw new Error("the list of events has no end");
}

/** The demonstration session that asks for name and address alone: 40 seats, a waitlist. Other tests' events may look alike. */
export async function fortySeats(origin: string): Promise<{ event: PublicEvent; session: PublicSession }> {
  const event = (await listEvents(origin)).find(({ title }) => title === "Career Day at Harbor High School");
  const session = event?.sessions[0];
  if (!event || !session) throw new Error("the demonstration data hold no career day at Harbor High School");
  return { event, session };
}

export async function signUpByJson(origin: string, sessionId: string, body: { name: string; email: string; partySize?: number }) {
  const response = await fetch(`${origin}/api/public/sessions/${sessionId}/sign-ups`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": randomUUID() },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as { id: string; state: string; place?: number; manageUrl: string } };
}

/** Waits until something holds, asking again and again; says what it last saw when the time is up. */
export async function until<Value>(what: string, ask: () => Promise<Value>, holds: (value: Value) => boolean, milliseconds = 20_000): Promise<Value> {
  let last: Value;
  const giveUpAt = Date.now() + milliseconds;
  do {
    last = await ask();
    if (holds(last)) return last;
    await new Promise((resolve) => setTimeout(resolve, 100));
  } while (Date.now() < giveUpAt);
  throw new Error(`${what} did not come about within ${milliseconds} ms; last: ${JSON.stringify(last)}`);
}
