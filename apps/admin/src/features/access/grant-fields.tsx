import type { Instant, Role, Scope } from "@cte-partnerships/domain";
import { Select, Stack, Text, TextInput } from "@mantine/core";
import type { GrantWanted } from "../../lib/api/access.ts";
import type { Me } from "../../lib/api/session.ts";
import { todayIn } from "../../lib/days.ts";
import { hostOf } from "../../lib/host.ts";
import { useMe } from "../../lib/me.ts";
import { roleTitles } from "../../lib/role-words.ts";
import { instantOf, wallTimeOf } from "../../lib/zoned-time.ts";
import { SearchSelect } from "../../ui/search-select.tsx";

/** What is being typed. */
export interface GrantDraft {
  role: Role | null;
  where: string | null;
  lastDay: string;
}
export const emptyDraft: GrantDraft = { role: null, where: null, lastDay: "" };

const explanations: Record<Role, string> = {
  director: "Everything, and gives and takes roles.",
  coordinator: "Everything but giving roles: events, rosters, exports, who changed what.",
  chair: "The events of a commission: make, publish, change, decide who comes.",
  school_coordinator: "The events of a school: make and change them, decide who comes. Publishing is the office's.",
  viewer: "Events and how many signed up. Never who.",
};

/** Where a role can hold, as one chooses it. */
function placesFor(role: Role | null, agency: Me["agency"]) {
  const titled = (rows: readonly { id: string; title: string }[]) => rows.map(({ id, title }) => ({ value: id, label: title }));
  const commissions = { group: "Commissions", items: titled(agency.commissions) };
  const schools = { group: "Schools", items: titled(agency.schools) };
  if (role === "chair") return [commissions];
  if (role === "school_coordinator") return [schools];
  return [{ value: "city", label: `${agency.title} (the whole city)` }, commissions, schools].filter((each) => !("items" in each) || each.items.length > 0);
}

const scopeFrom = (where: string): Scope => (where === "city" ? { kind: "city" } : (hostOf(where) as Scope));

/** The moment after a day, which a grant that lasts through it ends at. */
export function endOf(lastDay: string, zone: string): Instant | undefined {
  if (lastDay === "") return undefined;
  const next = new Date(Date.parse(`${lastDay}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return instantOf(`${next}T00:00`, zone) ?? instantOf(`${next}T01:00`, zone);
}

/** The last day that a grant holds on. */
export const lastDayOf = (expiresAt: Instant, zone: string): string =>
  wallTimeOf(new Date(Date.parse(expiresAt) - 1).toISOString() as Instant, zone).slice(0, 10);

/** What was typed as what is sent; undefined while something is missing. */
export function wantedFrom({ role, where, lastDay }: GrantDraft, zone: string): GrantWanted | undefined {
  if (role === null || where === null || (lastDay !== "" && lastDay < todayIn(zone))) return undefined;
  const expiresAt = endOf(lastDay, zone);
  return { role, scope: scopeFrom(where), ...(expiresAt === undefined ? {} : { expiresAt }) };
}

/** A role, where it holds and until when. */
export function GrantFields({ draft, onChange, areFaultsShown }: { draft: GrantDraft; onChange: (draft: GrantDraft) => void; areFaultsShown: boolean }) {
  const { agency } = useMe();
  const places = placesFor(draft.role, agency);
  const chooseRole = (chosen: string | null) => {
    const role = chosen as Role | null;
    const own = placesFor(role, agency);
    const all = own.flatMap((each) => ("items" in each ? each.items : [each]));
    const isStill = all.some(({ value }) => value === draft.where);
    onChange({ ...draft, role, where: isStill ? draft.where : all[0]?.value === "city" ? "city" : null });
  };
  return (
    <Stack gap="sm">
      <Select
        label="Role"
        placeholder="Choose a role"
        data={Object.entries(roleTitles).map(([value, label]) => ({ value, label }))}
        value={draft.role}
        onChange={chooseRole}
        allowDeselect={false}
        required
        error={areFaultsShown && draft.role === null ? "Choose a role." : undefined}
      />
      {draft.role && (
        <Text size="sm" c="dimmed" role="status">
          {explanations[draft.role]}
        </Text>
      )}
      <SearchSelect
        label="Where it holds"
        placeholder={draft.role === "chair" ? "Choose a commission" : draft.role === "school_coordinator" ? "Choose a school" : "Choose where"}
        data={places}
        value={draft.where}
        onChange={(where) => onChange({ ...draft, where })}
        allowDeselect={false}
        required
        error={areFaultsShown && draft.where === null ? "Choose where it holds." : undefined}
      />
      <LastDayField value={draft.lastDay} onChange={(lastDay) => onChange({ ...draft, lastDay })} />
    </Stack>
  );
}

export function LastDayField({ value, onChange, isFocused = false }: { value: string; onChange: (day: string) => void; isFocused?: boolean }) {
  const today = todayIn(useMe().agency.zone);
  return (
    <TextInput
      type="date"
      label="Last day"
      description="Without one it holds until somebody ends it."
      value={value}
      min={today}
      max="2999-12-31"
      error={value !== "" && value < today ? "Must be today or later." : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(isFocused ? { "data-autofocus": true } : {})}
    />
  );
}
