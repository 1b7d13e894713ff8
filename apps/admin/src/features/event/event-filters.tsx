import type { IsoDate } from "@cte-partnerships/domain";
import { Button, Checkbox, Group, NativeSelect, Radio, Stack, TextInput } from "@mantine/core";
import { dateInWords } from "../../lib/days.ts";
import { hostKey } from "../../lib/host.ts";
import { searchOf, useKeptViews } from "../../lib/kept-views.ts";
import { useMe } from "../../lib/me.ts";
import { ChoicesPanel } from "../../ui/choices-panel.tsx";
import { DropPanel } from "../../ui/drop-panel.tsx";
import { IconCalendarEvent, IconColumns3, IconX } from "../../ui/icons.ts";
import { SearchField } from "../../ui/search-field.tsx";
import { ViewsMenu } from "../../ui/views-menu.tsx";
import { daysAsked, type When, whenWords } from "./date-presets.ts";
import { columnsAsText, eventColumns, shownColumns } from "./event-columns.tsx";
import classes from "./event-filters.module.css";
import { choices, statusWords } from "./event-words.ts";
import { EventSearch, isNarrowed, nothingAsked, withoutFilters, wordsIn } from "./search.ts";

interface Props {
  search: EventSearch;
  today: IsoDate;
  /** Puts what changed into the address bar; what is undefined leaves it. */
  onChange: (change: Partial<EventSearch>) => void;
}

const statuses = choices(Object.fromEntries(Object.entries(statusWords).map(([status, { label }]) => [status, label])));
const orders = [
  { value: "", label: "Coming up first" },
  { value: "start", label: "Earliest first" },
  { value: "-start", label: "Latest first" },
  { value: "title", label: "Title" },
  { value: "place", label: "Place" },
  { value: "state", label: "State" },
  { value: "type", label: "Activity type" },
  { value: "host", label: "Host" },
];

/** A heading can be pressed for an order that is none of these; nonsense in the address bar asks for none. */
function ordersWith(sort: string | undefined): { value: string; label: string }[] {
  if (sort === undefined || orders.some(({ value }) => value === sort)) return orders;
  const up = orders.find(({ value }) => value === sort.replace(/^-/, ""));
  return up ? [...orders, { value: sort, label: `${up.label}, last first` }] : [{ value: sort, label: orders[0]?.label ?? "" }, ...orders.slice(1)];
}

/** Search, filters, order, columns and kept views. Every one of them stands in the address bar, so that what is shown can be sent. */
export function EventFilters({ search, today, onChange, onType }: Props & { onType: (q: string) => void }) {
  const { agency } = useMe();
  const titled = (rows: readonly { id: string; title: string }[], group?: string) =>
    rows.map(({ id, title }) => ({ value: id, label: title, ...(group === undefined ? {} : { group }) }));
  const hosts = [
    { value: hostKey({ kind: "office" }), label: agency.office },
    ...titled(agency.commissions, "Commissions"),
    ...titled(agency.schools, "Schools"),
  ];
  const several = (name: "status" | "activityType" | "borough" | "host") => ({
    chosen: wordsIn(search[name]),
    onChange: (chosen: readonly string[]) => onChange({ [name]: chosen.length === 0 ? undefined : chosen.join(",") }),
  });
  const shown = shownColumns(search.columns);
  return (
    <search className={classes.filters} aria-label="Events">
      <SearchField
        placeholder="Title, place, host, activity or session"
        value={search.q ?? ""}
        onType={onType}
        onChange={(q) => onChange({ q: q === "" ? undefined : q })}
      />
      <Group gap="xs">
        <ChoicesPanel label="State" choices={statuses} {...several("status")} />
        <ChoicesPanel label="Activity type" choices={titled(agency.activityTypes)} {...several("activityType")} />
        <ChoicesPanel label="Borough" choices={titled(agency.boroughs)} {...several("borough")} />
        <ChoicesPanel label="Host" choices={hosts} {...several("host")} />
        <Dates search={search} today={today} onChange={onChange} />
        <DropPanel label="Columns" title="Columns to show" icon={<IconColumns3 size={16} />} width={240} isOn={search.columns !== undefined}>
          <Checkbox.Group value={[...shown]} onChange={(ids) => onChange({ columns: columnsAsText(ids) })} aria-label="Columns">
            <Stack gap="xs">
              {eventColumns.map(({ id, title }) => (
                <Checkbox key={id} value={id} label={title} />
              ))}
            </Stack>
          </Checkbox.Group>
        </DropPanel>
        <EventViews search={search} onChange={onChange} />
        {isNarrowed(search) && (
          <Button variant="subtle" size="xs" leftSection={<IconX size={15} />} onClick={() => onChange(withoutFilters)}>
            Clear search and filters
          </Button>
        )}
        <NativeSelect
          className={classes.order ?? ""}
          size="xs"
          aria-label="Order"
          data={ordersWith(search.sort)}
          value={search.sort ?? ""}
          onChange={(event) => onChange({ sort: event.currentTarget.value || undefined })}
        />
      </Group>
    </search>
  );
}

function Dates({ search, today, onChange }: Props) {
  const { from, to } = daysAsked(search, today);
  const isOn = from !== undefined || to !== undefined;
  const between =
    from === to && from !== undefined
      ? dateInWords(from as IsoDate)
      : [from && `from ${dateInWords(from as IsoDate)}`, to && `to ${dateInWords(to as IsoDate)}`].filter(Boolean).join(" ");
  const label = search.when ? `Dates: ${whenWords[search.when].toLowerCase()}` : isOn ? `Dates: ${between}` : "Dates";
  const day = (name: "from" | "to", other: { min?: string | undefined; max?: string | undefined }) => (
    <TextInput
      type="date"
      label={name === "from" ? "From" : "To"}
      value={search[name] ?? ""}
      {...Object.fromEntries(Object.entries(other).filter(([, bound]) => bound !== undefined))}
      onChange={(event) => onChange({ [name]: event.currentTarget.value || undefined, when: undefined })}
    />
  );
  return (
    <DropPanel label={label} title="Dates" icon={<IconCalendarEvent size={16} />} width={280} isOn={isOn}>
      <Stack gap="md">
        <Radio.Group
          label="Events on any day of"
          value={search.when ?? (isOn ? "days" : "any")}
          onChange={(when) => onChange({ when: when === "any" || when === "days" ? undefined : (when as When), from: undefined, to: undefined })}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="any" label="Any time" />
            {Object.entries(whenWords).map(([when, words]) => (
              <Radio key={when} value={when} label={words} />
            ))}
            {search.when === undefined && isOn && <Radio value="days" label="These days" />}
          </Stack>
        </Radio.Group>
        {day("from", { max: search.to })}
        {day("to", { min: search.from })}
      </Stack>
    </DropPanel>
  );
}

/** Views that somebody keeps under a name; one of them may be what the list opens with. */
function EventViews({ search, onChange }: Omit<Props, "today">) {
  const { views, isFull, failure, keep, forget, openWith } = useKeptViews("events");
  return (
    <ViewsMenu
      views={views}
      keeps="search, filters, columns and order"
      isFull={isFull}
      failure={failure}
      onChoose={(view) => onChange({ ...nothingAsked, ...searchOf(view, EventSearch.parse) })}
      onKeep={(title) => keep(title, search)}
      onForget={forget}
      onOpenWith={openWith}
    />
  );
}
