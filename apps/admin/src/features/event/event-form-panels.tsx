import { Select, SimpleGrid, Stack, Switch, Text, Textarea, TextInput } from "@mantine/core";
import { useMemo } from "react";
import { hostKey, hostName, hostOf } from "../../lib/host.ts";
import { useMe } from "../../lib/me.ts";
import { zonePlace } from "../../lib/moments.ts";
import { Panel } from "../../ui/panel.tsx";
import { SearchSelect } from "../../ui/search-select.tsx";
import type { EventFormValues } from "./event-form-values.ts";
import { audienceWords, choices } from "./event-words.ts";
import { useEventForm, useSurroundings } from "./form-context.ts";
import { PublishHint } from "./publish-hint.tsx";
import { SessionsTable } from "./sessions-table.tsx";
import { spread, useField } from "./use-field.ts";

export function BasicsPanel() {
  const form = useEventForm();
  const field = useField();
  const { agency, mayHost } = useMe();
  const { detail } = useSurroundings();
  const activityTypeId = form.useWatchValue("activityTypeId") as string;
  const hosts = useMemo(() => {
    const rows = mayHost.map(({ host, title }) => ({ value: host, label: title }));
    const own = detail && hostKey(detail.event.host);
    // An event keeps its host, also where one may not make new ones in its name.
    return own === undefined || rows.some((row) => row.value === own) ? rows : [...rows, { value: own, label: hostName(agency, hostOf(own)) }];
  }, [mayHost, detail, agency]);
  const chosen = agency.activityTypes.find((type) => type.id === activityTypeId);
  const [title, activity, host, audience, description] = [field("title"), field("activityTypeId"), field("host"), field("audience"), field("description")];
  return (
    <Panel title="What it is">
      <Stack gap="md">
        <TextInput key={title.key} {...spread(title)} label="Title" description="As people will see it in the list of events." required maxLength={140} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <SearchSelect
            key={activity.key}
            {...spread(activity)}
            label="Activity type"
            required
            placeholder="Choose one"
            data={agency.activityTypes.map(({ id, title }) => ({ value: id, label: title }))}
            {...(chosen ? { description: chosen.description } : {})}
            inputWrapperOrder={["label", "input", "description", "error"]}
          />
          <SearchSelect
            key={host.key}
            {...spread(host)}
            label="Host"
            required
            allowDeselect={false}
            data={hosts}
            description="Who invites. You can make events for these hosts."
            inputWrapperOrder={["label", "input", "description", "error"]}
          />
        </SimpleGrid>
        <div>
          <Textarea
            key={description.key}
            {...spread(description)}
            label="Description"
            description="What happens, who is wanted, what to bring. Leave a line empty to begin a new paragraph."
            autosize
            minRows={4}
            maxRows={16}
            maxLength={4000}
          />
          <PublishHint path="description" />
        </div>
        <Select key={audience.key} {...spread(audience)} label="For" required allowDeselect={false} data={choices(audienceWords)} maw={{ sm: 320 }} />
      </Stack>
    </Panel>
  );
}

const venueKinds = [
  { value: "place", label: "At a place" },
  { value: "virtual", label: "Online" },
  { value: "place_and_virtual", label: "At a place and online" },
];

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
          <Select key={kindField.key} {...spread(kindField)} label="Takes place" required allowDeselect={false} data={venueKinds} />
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
              <Select
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

export function WhenPanel() {
  const form = useEventForm();
  const field = useField();
  const zone = form.useWatchValue("venue.zone") as string;
  const [opensAt, closesAt] = [field("signUpWindow.opensAt"), field("signUpWindow.closesAt")];
  return (
    <Panel title="When">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          All times are {zonePlace(zone)} time ({zone}).
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput key={opensAt.key} {...spread(opensAt)} type="datetime-local" max="2099-12-31T23:59" label="Sign-ups open" required />
          <div>
            <TextInput key={closesAt.key} {...spread(closesAt)} type="datetime-local" max="2099-12-31T23:59" label="Sign-ups close" required />
            <PublishHint path="signUpWindow.closesAt" />
          </div>
        </SimpleGrid>
        <SessionsTable />
      </Stack>
    </Panel>
  );
}

/** Whom people can turn to, and how sign-ups are taken. */
export function AskPanel() {
  const field = useField();
  const [title, email, phone] = [field("contact.title"), field("contact.email"), field("contact.phone")];
  const [approval, one] = [field("needsApproval", "checkbox"), field("oneSessionPerPerson", "checkbox")];
  return (
    <Panel title="How sign-ups are taken">
      <Stack gap="lg">
        <Switch
          key={approval.key}
          {...spread(approval)}
          label="The office decides on each sign-up"
          description="Until then the seat is held, and the person is told so."
        />
        <Switch key={one.key} {...spread(one)} label="One session a person" description="Somebody with a place at one session cannot sign up to another." />
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <TextInput key={title.key} {...spread(title)} label="Contact" description="An office or a title, not a person." required maxLength={120} />
          <TextInput
            key={email.key}
            {...spread(email)}
            type="email"
            label="E-mail"
            description="Shown on the event's page."
            maxLength={254}
            autoComplete="off"
          />
          <TextInput key={phone.key} {...spread(phone)} type="tel" label="Phone" description="Shown on the event's page." maxLength={40} autoComplete="off" />
        </SimpleGrid>
      </Stack>
    </Panel>
  );
}
