import { Button, Select, SimpleGrid } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { hostKey } from "../../lib/host.ts";
import { useMe } from "../../lib/me.ts";
import { statusWords } from "../../lib/status-words.ts";
import { IconFilter } from "../../ui/icons.ts";
import { SearchSelect } from "../../ui/search-select.tsx";
import classes from "./calendar.module.css";
import type { CalendarSearch } from "./search.ts";

const narrowing = ["status", "activityType", "borough", "host"] as const;

export const filtersIn = (search: CalendarSearch): number => narrowing.filter((name) => search[name] !== undefined).length;
export const withoutFilters: Record<(typeof narrowing)[number], undefined> = {
  status: undefined,
  activityType: undefined,
  borough: undefined,
  host: undefined,
};

/** What the calendar is narrowed to. It stands in the address bar, so that it can be kept and sent. */
export function CalendarFilters({ search, onChange }: { search: CalendarSearch; onChange: (change: Partial<CalendarSearch>) => void }) {
  const { agency } = useMe();
  const [areShown, { toggle }] = useDisclosure(false);
  const count = filtersIn(search);
  const titled = (rows: readonly { id: string; title: string }[]) => rows.map(({ id, title }) => ({ value: id, label: title }));
  const hosts = [
    { value: hostKey({ kind: "office" }), label: agency.office },
    { group: "Commissions", items: titled(agency.commissions) },
    ...(agency.schools.length > 0 ? [{ group: "Schools", items: titled(agency.schools) }] : []),
  ];
  const pick = (name: (typeof narrowing)[number]) => (value: string | null) => onChange({ [name]: value ?? undefined });
  const clearable = (label: string) => ({ clearable: true, clearButtonProps: { "aria-label": `Clear: ${label}` }, placeholder: "Any" });
  return (
    <search className={classes.filters} aria-label="Calendar">
      <Button
        className={classes.toggle}
        variant="default"
        leftSection={<IconFilter size={17} />}
        onClick={toggle}
        aria-expanded={areShown}
        aria-controls="calendar-filters"
      >
        Filters{count > 0 ? ` (${count})` : ""}
      </Button>
      <div id="calendar-filters" className={areShown ? classes.open : classes.folded}>
        <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="sm" verticalSpacing="sm">
          <SearchSelect label="Host" data={hosts} value={search.host ?? null} onChange={pick("host")} {...clearable("host")} />
          <Select label="Borough" data={titled(agency.boroughs)} value={search.borough ?? null} onChange={pick("borough")} {...clearable("borough")} />
          <SearchSelect
            label="Activity type"
            data={titled(agency.activityTypes)}
            value={search.activityType ?? null}
            onChange={pick("activityType")}
            {...clearable("activity type")}
          />
          <Select
            label="State"
            data={Object.entries(statusWords).map(([value, { label }]) => ({ value, label }))}
            value={search.status ?? null}
            onChange={pick("status")}
            {...clearable("state")}
          />
        </SimpleGrid>
      </div>
    </search>
  );
}
