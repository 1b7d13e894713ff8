import type { Today } from "../../lib/api/today.ts";
import classes from "./today.module.css";

/** How much there is of everything, each leading to its list. */
export function TodayCounts({ today }: { today: Today }) {
  const toDecide = today.sessions.filter(({ id }) => today.decisions.some(({ sessionId }) => sessionId === id));
  const held = toDecide.reduce((sum, { seats }) => sum + (seats?.held ?? 0), 0);
  const unreached = today.unreached.reduce((sum, { count }) => sum + count, 0);
  const counts = [
    { to: "decisions", count: held, words: held === 1 ? "person to decide on" : "people to decide on" },
    { to: "short", count: today.short.length, words: today.short.length === 1 ? "session short of people" : "sessions short of people" },
    { to: "lines", count: today.lines.length, words: today.lines.length === 1 ? "waiting list to look at" : "waiting lists to look at" },
    {
      to: "unreached",
      count: unreached,
      words: !today.isUnreachedCut ? "not reached by mail" : unreached === 0 ? "not reached, of the mails looked at" : "or more not reached by mail",
    },
    { to: "closing", count: today.closing.length, words: today.closing.length === 1 ? "sign-up closes soon" : "sign-ups close soon" },
    { to: "drafts", count: today.drafts.length, words: today.drafts.length === 1 ? "draft to finish" : "drafts to finish" },
  ];
  return (
    <nav aria-label="What there is to do" className={classes.counts}>
      {counts.map(({ to, count, words }) => (
        <a key={to} href={`#${to}`} className={classes.count} data-none={count === 0 || undefined}>
          <strong>{count.toLocaleString("en-US")}</strong>
          <span>{words}</span>
        </a>
      ))}
    </nav>
  );
}
