import { Button, Group, Select, SimpleGrid, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconX } from "../../ui/icons.ts";
import { SearchSelect } from "../../ui/search-select.tsx";
import classes from "./audit.module.css";
import { kinds, operationInWords } from "./audit-words.ts";
import { actorsQuery } from "./queries.ts";
import type { AuditSearch } from "./search.ts";

interface Props {
  search: AuditSearch;
  onChange: (change: Partial<AuditSearch>) => void;
  onClear: () => void;
}

/** What the log is narrowed by: who, what, and when. */
export function AuditFilters({ search, onChange, onClear }: Props) {
  const actors = useQuery(actorsQuery);
  const people = (actors.data?.users ?? []).map(({ id, name }) => ({ value: id as string, label: name }));
  const others = [
    { value: "person", label: "Somebody by form or link" },
    { value: "system", label: "The system" },
  ];
  const known = [...people, ...others];
  const chosen = search.by !== undefined && !known.some(({ value }) => value === search.by) ? [{ value: search.by, label: search.by }] : [];
  const op = search.op !== undefined && !kinds.some(({ value }) => value === search.op) ? [{ value: search.op, label: operationInWords(search.op) }] : [];
  const isNarrowed = Object.values(search).some((filter) => filter !== undefined);
  return (
    <search className={classes.filters} aria-label="Changes">
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm" verticalSpacing="sm">
        <SearchSelect
          label="Who"
          placeholder="Anybody"
          data={[...chosen, { group: "People of the office", items: people }, { group: "Others", items: others }].filter(
            (each) => !("items" in each) || each.items.length > 0,
          )}
          value={search.by ?? null}
          onChange={(by) => onChange({ by: by ?? undefined })}
          clearable
          clearButtonProps={{ "aria-label": "Clear: who" }}
        />
        <Select
          label="What"
          placeholder="Anything"
          data={[...op, ...kinds]}
          value={search.op ?? null}
          onChange={(kind) => onChange({ op: kind ?? undefined })}
          clearable
          clearButtonProps={{ "aria-label": "Clear: what" }}
        />
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
      </SimpleGrid>
      {isNarrowed && (
        <Group gap="sm">
          {search.subject && (
            <Text size="sm" style={{ overflowWrap: "anywhere" }}>
              Only about {search.subject}
            </Text>
          )}
          <Button variant="subtle" size="compact-sm" leftSection={<IconX size={15} />} onClick={onClear}>
            Clear filters
          </Button>
        </Group>
      )}
    </search>
  );
}
