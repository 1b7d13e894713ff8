import { SimpleGrid, Stack, Switch, TextInput } from "@mantine/core";
import { Panel } from "../../ui/panel.tsx";
import { spread, useField } from "./use-field.ts";

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
        <Switch key={one.key} {...spread(one)} label="One session per person" description="Somebody with a seat at one session cannot sign up for another." />
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
