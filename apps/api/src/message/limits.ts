import type { WritingPolicy } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { allow, type Rule } from "../rate/allow.ts";

/** Messages to people of one event, whoever writes them: it is their mailboxes that fill. */
export const messagesOfEvent = ({ messagesPerEventPerDay }: WritingPolicy): Rule => ({
  name: "messages-event",
  cap: messagesPerEventPerDay,
  windowSeconds: 24 * 60 * 60,
});

/** Tests that somebody sends themselves, whatever event they write for. */
export const testsOfPerson = ({ testsPerPersonPerHour }: WritingPolicy): Rule => ({
  name: "tests-person",
  cap: testsPerPersonPerHour,
  windowSeconds: 60 * 60,
});

/** A limit is reached: how many there may be, and in how many seconds there may be more. */
export type Limited<Code extends string> = { code: Code; most: number; retryAfterSeconds: number };

/** Counts one more under a rule; the refusal where there may be no more. */
export async function limitOf<Code extends string>(deps: Deps, code: Code, rule: Rule, who: string): Promise<Limited<Code> | undefined> {
  const allowed = await allow(deps, [{ rule, who }]);
  return allowed.isAllowed ? undefined : { code, most: rule.cap, retryAfterSeconds: allowed.retryAfterSeconds };
}
