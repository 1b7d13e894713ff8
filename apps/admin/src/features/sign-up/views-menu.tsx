import { searchOf, useKeptViews } from "../../lib/kept-views.ts";
import { ViewsMenu as Menu } from "../../ui/views-menu.tsx";
import { RosterSearch } from "./search.ts";

const everything = { view: undefined, q: undefined, columns: undefined, sort: undefined, answers: undefined };

/** Views of a roster that somebody keeps under a name: search, filters, columns and order. */
export function ViewsMenu({ search, onChange }: { search: RosterSearch; onChange: (change: Partial<RosterSearch>) => void }) {
  const { views, isFull, failure, keep, forget } = useKeptViews("roster");
  return (
    <Menu
      views={views}
      keeps="search, filters, columns and order"
      isFull={isFull}
      failure={failure}
      onChoose={(view) => onChange({ ...everything, ...searchOf(view, RosterSearch.parse) })}
      onKeep={(title) => keep(title, { ...search, print: undefined })}
      onForget={forget}
    />
  );
}
