import { Button, Group, Select, SimpleGrid, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { hostKey } from "../../lib/host.ts";
import { useMe } from "../../lib/me.ts";
import { IconFilter, IconX } from "../../ui/icons.ts";
import { SearchField } from "../../ui/search-field.tsx";
import { SearchSelect } from "../../ui/search-select.tsx";
import classes from "./event-filters.module.css";
import { choices, statusWords } from "./event-words.ts";
import type { EventSearch } from "./search.ts";

interface Props {
  search: EventSearch;
  /** Puts changed filters into the address bar; an empty one leaves it. */
  onChange: (change: Partial<EventSearch>) => void;
}

const statuses = choices(Object.fromEntries(Object.entries(statusWords).map(([status, { label }]) => [status, label])));
const orders = [
  { value: "soonest", label: "Soonest first" },
  { value: "latest", label: "Latest first" },
];

export const filtersIn = (search: EventSearch): number =>
  [search.status, search.activityType, search.borough, search.host, search.from, search.to].filter((filter) => filter !== undefined).length;

/** Search, filters and order. Every one of them stands in the address bar, so that a view can be kept and sent. */
export function EventFilters({ search, onChange }: Props) {
  const { agency } = useMe();
  const [areShown, { toggle }] = useDisclosure(false);
  const count = filtersIn(search);
  const titled = (rows: readonly { id: string; title: string }[]) => rows.map(({ id, title }) => ({ value: id, label: title }));
  const hosts = [
    { value: hostKey({ kind: "office" }), label: agency.office },
    { group: "Commissions", items: titled(agency.commissions) },
    ...(agency.schools.length > 0 ? [{ group: "Schools", items: titled(agency.schools) }] : []),
  ];
  const pick = (name: "status" | "activityType" | "borough" | "host") => (value: string | null) => onChange({ [name]: value ?? undefined });
  const clearable = (label: string) => ({ clearable: true, clearButtonProps: { "aria-label": `Clear: ${label}` }, placeholder: "Any" });
  const order = (
    <Select
      label="Order"
      data={orders}
      value={search.order ?? "soonest"}
      allowDeselect={false}
      onChange={(chosen) => onChange({ order: chosen === "latest" ? "latest" : undefined })}
    />
  );
  return (
    <search className={classes.filters} aria-label="Events">
      <Group gap="sm" align="flex-end" wrap="nowrap">
        <SearchField placeholder="Title, place or activity" value={search.q ?? ""} onChange={(q) => onChange({ q: q === "" ? undefined : q })} />
        <Button
          className={classes.toggle}
          variant="default"
          leftSection={<IconFilter size={17} />}
          onClick={toggle}
          aria-expanded={areShown}
          aria-controls="event-filters"
        >
          Filters{count > 0 ? ` (${count})` : ""}
        </Button>
        <div className={classes.order}>{order}</div>
      </Group>
      <div id="event-filters" className={areShown ? classes.open : classes.folded}>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3, lg: 6 }} spacing="sm" verticalSpacing="sm">
          <Select label="State" data={statuses} value={search.status ?? null} onChange={pick("status")} {...clearable("state")} />
          <SearchSelect
            label="Activity type"
            data={titled(agency.activityTypes)}
            value={search.activityType ?? null}
            onChange={pick("activityType")}
            {...clearable("activity type")}
          />
          <Select label="Borough" data={titled(agency.boroughs)} value={search.borough ?? null} onChange={pick("borough")} {...clearable("borough")} />
          <SearchSelect label="Host" data={hosts} value={search.host ?? null} onChange={pick("host")} {...clearable("host")} />
          <TextInput
            type="date"
            label="From"
            value={search.from ?? ""}
            max={search.to}
            onChange={(event) => onChange({ from: event.currentTarget.value || undefined })}
          />
          <TextInput
            type="date"
            label="To"
            value={search.to ?? ""}
            min={search.from}
            onChange={(event) => onChange({ to: event.currentTarget.value || undefined })}
          />
          <div className={classes.narrowOrder}>{order}</div>
        </SimpleGrid>
      </div>
      {(count > 0 || search.q) && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconX size={15} />}
          style={{ justifySelf: "start" }}
          onClick={() =>
            onChange({ q: undefined, status: undefined, activityType: undefined, borough: undefined, host: undefined, from: undefined, to: undefined })
          }
        >
          Clear search and filters
        </Button>
      )}
    </search>
  );
}
