import { SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useMemo } from "react";
import { hostKey, hostName, hostOf } from "../../lib/host.ts";
import { useMe } from "../../lib/me.ts";
import { ChoiceSelect } from "../../ui/choice-select.tsx";
import { Panel } from "../../ui/panel.tsx";
import { SearchSelect } from "../../ui/search-select.tsx";
import { DefaultsOffer } from "./defaults-offer.tsx";
import { audienceWords, choices } from "./event-words.ts";
import { useEventForm, useSurroundings } from "./form-context.ts";
import { PublishHint } from "./publish-hint.tsx";
import { spread, useField } from "./use-field.ts";
import { useTypeDefaults } from "./use-type-defaults.ts";

/** What the event is, who invites, and whom. */
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
  const defaults = useTypeDefaults();
  const [title, activity, host, audience, description] = [field("title"), field("activityTypeId"), field("host"), field("audience"), field("description")];
  return (
    <Panel title="What it is">
      <Stack gap="md">
        <TextInput key={title.key} {...spread(title)} label="Title" description="As people will see it in the list of events." required maxLength={140} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <SearchSelect
            key={activity.key}
            {...spread(activity)}
            onChange={(id) => {
              activity.onChange(id ?? "");
              defaults.typeChosen(id ?? "");
            }}
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
        <DefaultsOffer defaults={defaults} />
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
        <ChoiceSelect key={audience.key} {...spread(audience)} label="For" required allowDeselect={false} data={choices(audienceWords)} maw={{ sm: 320 }} />
      </Stack>
    </Panel>
  );
}
