import { useRef, useState } from "react";
import { activityTypeOf } from "../../lib/activity-types.ts";
import type { EventFormValues } from "./event-form-values.ts";
import { audienceWords, venueKindWords } from "./event-words.ts";
import { useEventForm, useSurroundings } from "./form-context.ts";
import { defaultsOf } from "./type-defaults.ts";

type Path = "audience" | "venue.kind";

/** What a kind of activity mostly is, where the form says something else. */
export interface Offer {
  path: Path;
  value: string;
  words: string;
}

const valueAt = (values: EventFormValues, path: Path): string => (path === "audience" ? values.audience : values.venue.kind);

/**
 * What mostly goes with a kind of activity, once one has been chosen. In a new event, fields that nobody has been in are filled with
 * it; everywhere else it is offered, and what was typed stands.
 */
export function useTypeDefaults() {
  const form = useEventForm();
  const { detail } = useSurroundings();
  const [typeId, setTypeId] = useState<string | undefined>(undefined);
  const [filled, setFilled] = useState<readonly Offer[]>([]);
  // A program's filling counts as a touch to the form: what was filled and left alone may be filled again.
  const byItself = useRef<Partial<Record<Path, string>>>({});
  form.useWatchValue("audience");
  form.useWatchValue("venue.kind");

  const offersOf = (id: string): Offer[] => {
    const type = activityTypeOf(id);
    if (!type) return [];
    const { audience, venueKind } = defaultsOf(type);
    return [
      { path: "audience", value: audience, words: `for ${audienceWords[audience].toLowerCase()}` },
      ...(venueKind ? [{ path: "venue.kind" as const, value: venueKind, words: venueKindWords[venueKind].toLowerCase() }] : []),
    ];
  };
  const differing = (id: string) => offersOf(id).filter(({ path, value }) => valueAt(form.getValues(), path) !== value);
  const use = ({ path, value }: Offer) => {
    byItself.current[path] = value;
    form.setFieldValue(path, value as never);
  };
  return {
    typeChosen: (id: string) => {
      setTypeId(id);
      const free = differing(id).filter(
        ({ path }) => detail === undefined && (!form.isTouched(path) || byItself.current[path] === valueAt(form.getValues(), path)),
      );
      for (const offer of free) use(offer);
      setFilled(free);
    },
    filled: filled.filter(({ path, value }) => valueAt(form.getValues(), path) === value),
    offers: typeId === undefined ? [] : differing(typeId),
    use,
  };
}
