import type { Event } from "@cte-partnerships/domain";
import { activityTypeOf, detailParts } from "../../lib/activity-types.ts";
import { inWords } from "../../lib/schema-field.ts";
import { Panel } from "../../ui/panel.tsx";
import classes from "./event-page.module.css";

/** What the kind of activity itself is asked about, by its own titles. */
export function EventDetails({ event: { activityTypeId, details = {} } }: { event: Event }) {
  const type = activityTypeOf(activityTypeId);
  const parts = detailParts(type).filter(({ key }) => details[key] !== undefined);
  if (!type || parts.length === 0) return null;
  return (
    <Panel title={type.label}>
      <dl className={classes.facts}>
        {parts.map(({ key, title, field }) => (
          <div key={key}>
            <dt>{title}</dt>
            <dd>{words(details[key], field.kind === "choice" || field.kind === "choices")}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function words(value: unknown, isChoice: boolean): string {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (Array.isArray(value)) return value.map((one) => words(one, isChoice)).join(", ");
  return isChoice ? inWords(String(value)) : String(value);
}
