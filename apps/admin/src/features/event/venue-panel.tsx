import { SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useMemo } from "react";
import { useMe } from "../../lib/me.ts";
import { zonePlace } from "../../lib/moments.ts";
import { ChoiceSelect } from "../../ui/choice-select.tsx";
import { Panel } from "../../ui/panel.tsx";
import { SearchSelect } from "../../ui/search-select.tsx";
import type { EventFormValues } from "./event-form-values.ts";
import { choices, venueKindWords } from "./event-words.ts";
import { useEventForm } from "./form-context.ts";
import { spread, useField } from "./use-field.ts";

const nearZones = [
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "Pacific/Honolulu",
  "America/Puerto_Rico",
];

function zones(own: string) {
  const near = [...new Set([own, ...nearZones])];
  const named = (zone: string) => ({ value: zone, label: `${zonePlace(zone)} (${zone})` });
  const others = Intl.supportedValuesOf("timeZone").filter((zone) => !near.includes(zone));
  return [
    { group: "United States", items: near.map(named) },
    { group: "Elsewhere", items: others.map(named) },
  ];
}

/** Where it takes place, and in which zone its times are said. */
export function VenuePanel() {
  const form = useEventForm();
  const field = useField();
  const { agency } = useMe();
  const kind = form.useWatchValue("venue.kind") as EventFormValues["venue"]["kind"];
  const zoneRows = useMemo(() => zones(agency.zone), [agency.zone]);
  const [kindField, zone] = [field("venue.kind"), field("venue.zone")];
  const place = {
    name: field("venue.place.name"),
    street: field("venue.place.street"),
    city: field("venue.place.city"),
    region: field("venue.place.region"),
    postalCode: field("venue.place.postalCode"),
    borough: field("venue.place.boroughId"),
    directions: field("venue.place.directions"),
  };
  const online = { joinUrl: field("venue.online.joinUrl"), note: field("venue.online.note") };
  return (
    <Panel title="Where">
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <ChoiceSelect key={kindField.key} {...spread(kindField)} label="Takes place" required allowDeselect={false} data={choices(venueKindWords)} />
          <SearchSelect
            key={zone.key}
            {...spread(zone)}
            label="Time zone of the place"
            required
            allowDeselect={false}
            limit={80}
            data={zoneRows}
            description="All times of this event are entered and shown in it."
            inputWrapperOrder={["label", "input", "description", "error"]}
          />
        </SimpleGrid>
        {kind !== "virtual" && (
          <>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <TextInput key={place.name.key} {...spread(place.name)} label="Name of the place" required maxLength={120} />
              <TextInput key={place.street.key} {...spread(place.street)} label="Street" required maxLength={120} autoComplete="off" />
            </SimpleGrid>
            <SimpleGrid cols={{ base: 2, sm: 4 }}>
              <TextInput key={place.city.key} {...spread(place.city)} label="City" required maxLength={80} />
              <TextInput
                key={place.region.key}
                {...spread(place.region)}
                label="State"
                required
                maxLength={2}
                placeholder="NY"
                styles={{ input: { textTransform: "uppercase" } }}
              />
              <TextInput key={place.postalCode.key} {...spread(place.postalCode)} label="ZIP code" required maxLength={10} inputMode="numeric" />
              <ChoiceSelect
                key={place.borough.key}
                {...spread(place.borough)}
                label="Borough"
                required
                placeholder="Choose one"
                data={agency.boroughs.map(({ id, title }) => ({ value: id, label: title }))}
              />
            </SimpleGrid>
            <TextInput
              key={place.directions.key}
              {...spread(place.directions)}
              label="How to get in"
              description="Entrance, floor, and the step-free way."
              maxLength={300}
            />
          </>
        )}
        {kind !== "place" && (
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput
              key={online.joinUrl.key}
              {...spread(online.joinUrl)}
              type="url"
              label="Address to join at"
              description="Only told to people with a seat."
              placeholder="https://"
              maxLength={2048}
            />
            <TextInput key={online.note.key} {...spread(online.note)} label="Note" description="Such as: a headset helps." maxLength={300} />
          </SimpleGrid>
        )}
      </Stack>
    </Panel>
  );
}
