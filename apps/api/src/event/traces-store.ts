import type { EditFacts, SessionId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { queryPage } from "../table/read.ts";
import type { Item } from "../table/transact.ts";

type Store = Pick<Deps, "table">;

/** So many sign-ups of an event are looked through for answers at the most: some megabytes. */
const lookedThroughAtMost = 4000;

/** What people left at an event's sessions. `unsureQuestions`: nobody among those looked at answered them, and not everybody was looked at. */
export interface Traces extends EditFacts {
  unsureQuestions: ReadonlySet<string>;
}

/**
 * Which of these sessions anybody ever signed up for, and which questions anybody ever answered. Mostly the first page says it all; a
 * question that few answer is looked for in so many sign-ups and no more, whatever the event has.
 */
export async function findTraces(deps: Store, sessionIds: readonly SessionId[], questionIds: readonly string[], most = lookedThroughAtMost): Promise<Traces> {
  const hasAnyone = await Promise.all(sessionIds.map((sessionId) => hasTraces(deps, sessionId)));
  const sessions = sessionIds.filter((_, index) => hasAnyone[index]);
  const answered = new Set<string>();
  let left = most;
  let isWhole = true;
  for (const sessionId of sessions) {
    const page = await addAnswered(deps, sessionId, questionIds, answered, left);
    left -= page.looked;
    isWhole &&= page.isWhole;
  }
  return {
    sessionsWithSignUps: new Set(sessions),
    answeredQuestions: answered,
    unsureQuestions: new Set(isWhole ? [] : questionIds.filter((id) => !answered.has(id))),
  };
}

async function hasTraces(deps: Store, sessionId: SessionId): Promise<boolean> {
  const anyone = await queryPage(deps, {
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": `SES#${sessionId}` },
    ProjectionExpression: "#pk",
    ExpressionAttributeNames: { "#pk": "pk" },
    ConsistentRead: true,
    Limit: 1,
  });
  return anyone.items.length > 0;
}

/** Reads on only while a question is left that nobody has answered so far, and some may still be looked at. */
async function addAnswered(
  deps: Store,
  sessionId: SessionId,
  questionIds: readonly string[],
  answered: Set<string>,
  most: number,
): Promise<{ looked: number; isWhole: boolean }> {
  let looked = 0;
  let lastKey: Item | undefined;
  do {
    const open = questionIds.filter((id) => !answered.has(id));
    if (open.length === 0) return { looked, isWhole: true };
    if (looked >= most) return { looked, isWhole: false };
    const page = await queryPage(deps, {
      // What stands and what stood before; not the roster's log, of which there may be much after a rush.
      KeyConditionExpression: "pk = :pk AND sk BETWEEN :earlier AND :last",
      ProjectionExpression: "#answers",
      FilterExpression: open.map((_, index) => `attribute_exists(#answers.#q${index})`).join(" OR "),
      ExpressionAttributeNames: { "#answers": "answers", ...Object.fromEntries(open.map((id, index) => [`#q${index}`, id])) },
      ExpressionAttributeValues: { ":pk": `SES#${sessionId}`, ":earlier": "OLD#", ":last": "SU#~" },
      ConsistentRead: true,
      Limit: most - looked,
      ...(lastKey ? { ExclusiveStartKey: lastKey } : {}),
    });
    for (const { answers } of page.items) for (const id of Object.keys(answers ?? {})) answered.add(id);
    looked += page.looked;
    lastKey = page.lastKey;
  } while (lastKey);
  return { looked, isWhole: true };
}
