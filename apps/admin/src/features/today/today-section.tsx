import { Anchor, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type ReactNode, useRef } from "react";
import { IconCircleCheck } from "../../ui/icons.ts";
import { Panel } from "../../ui/panel.tsx";
import { useHeldRows } from "../../ui/use-held-rows.ts";
import classes from "./today.module.css";

interface Row {
  id: string;
}

interface Props<One extends Row> {
  id: string;
  title: string;
  /** What it means, and by which habit of the office. */
  hint?: string;
  rows: readonly One[];
  /** Said where there is nothing: that is good. */
  nothing: string;
  children: (row: One) => ReactNode;
}

/** What comes first comes soonest: so many can be read in ten seconds. */
const shownAtFirst = 5;

/**
 * A list of what is to be done. It follows the truth, but not under a pointer: what has been dealt with meanwhile stays where it was and
 * says so, and what is new waits until one asks for it or goes elsewhere.
 */
export function TodaySection<One extends Row>({ id, title, hint, rows, nothing, children }: Props<One>) {
  const [isWhole, { open: showWhole }] = useDisclosure(false);
  const known = useRef(new Map<string, One>());
  const now = new Set(rows.map((row) => row.id));
  const gone = [...known.current.values()].filter((row) => !now.has(row.id));
  for (const row of rows) known.current.set(row.id, row);
  const held = useHeldRows<One>(rows, [...rows, ...gone], id);
  if (held.rows.length === 0 && held.fresh.length === 0) {
    return (
      <section id={id} className={classes.empty} aria-labelledby={`${id}-title`}>
        <IconCircleCheck size={18} aria-hidden />
        <h2 id={`${id}-title`}>{title}</h2>
        <p className={classes.under}>{nothing}</p>
      </section>
    );
  }
  return (
    <div id={id} className={classes.section}>
      <Panel title={held.rows.length > 0 ? `${title} (${held.rows.length})` : title}>
        {hint && (
          <Text size="sm" c="dimmed" mt={-10} mb="sm">
            {hint}
          </Text>
        )}
        <ul className={classes.rows} {...held.holders}>
          {held.rows.slice(0, isWhole ? undefined : shownAtFirst).map((row) => (
            <li key={row.id} className={classes.row} data-gone={!now.has(row.id) || undefined}>
              {children(row)}
              {!now.has(row.id) && <span className={classes.gone}>Dealt with</span>}
            </li>
          ))}
        </ul>
        {!isWhole && held.rows.length > shownAtFirst && (
          <Anchor component="button" type="button" size="sm" mt="sm" mr="md" onClick={showWhole}>
            Show all {held.rows.length}
            <span className={classes.unseen}>: {title}</span>
          </Anchor>
        )}
        {held.fresh.length > 0 && (
          <Anchor component="button" type="button" size="sm" mt="sm" onClick={held.showFresh}>
            Show {held.fresh.length} new
          </Anchor>
        )}
      </Panel>
    </div>
  );
}

interface Told {
  /** Links to what it is about. */
  name: ReactNode;
  when: ReactNode;
  says: ReactNode;
  action?: ReactNode;
}

/** One line of a list: what, when, what is the matter, and what to do. */
export const TodayRow = ({ name, when, says, action }: Told) => (
  <>
    <div className={classes.what}>
      {name}
      <span className={classes.under}>{when}</span>
    </div>
    <div className={classes.says}>{says}</div>
    {action && <div className={classes.action}>{action}</div>}
  </>
);
