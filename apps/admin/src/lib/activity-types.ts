import type { ActivityTypeId } from "@cte-partnerships/domain";
import type { ActivityType } from "@cte-partnerships/domain/activity";
import { nyc } from "@cte-partnerships/domain/nyc";
import { todayIn } from "./days.ts";
import { type Field, fieldOf, type Part } from "./schema-field.ts";

/** The agency's kinds of activity, without its rules: what a form needs that has no question of a rule in it. Chosen as in `agency.ts`. */
export const activityTypeOf = (id: string): ActivityType | undefined =>
  id === "" ? undefined : (nyc.activityTypes.find(id as ActivityTypeId, todayIn(nyc.zone)) ?? nyc.activityTypes.history(id as ActivityTypeId).at(-1));

const forms = new Map<string, readonly Part[]>();

/** What a kind of activity asks about one such activity, as fields: its own definition, whichever type an agency adds. */
export function detailParts(type: Pick<ActivityType, "id" | "details"> | undefined): readonly Part[] {
  if (!type) return [];
  const known = forms.get(type.id);
  if (known) return known;
  const form: Field = fieldOf(type.details());
  const parts = form.kind === "group" ? form.parts : [];
  forms.set(type.id, parts);
  return parts;
}

let titles: ReadonlyMap<string, string> | undefined;

/** What a detail is called, by whichever kind of activity asks for it. */
export function titleOfDetail(name: string): string {
  titles ??= new Map(
    nyc.activityTypes
      .ids()
      .flatMap((id) => detailParts(activityTypeOf(id)))
      .map(({ key, title }) => [key, title]),
  );
  return titles.get(name) ?? name;
}
