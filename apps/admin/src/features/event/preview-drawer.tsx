import type { Event } from "@cte-partnerships/domain";
import { Alert, Button, Drawer, Group, List, SegmentedControl, Select, Skeleton, Stack, Tabs, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { type EventPreview, eventApi } from "../../lib/api/event.ts";
import { useMe } from "../../lib/me.ts";
import { messageOf } from "../../lib/messages.ts";
import { dayAndTimeHere } from "../../lib/moments.ts";
import { IconDeviceDesktop, IconDeviceMobile } from "../../ui/icons.ts";
import { labelOf, sentence } from "./event-form-faults.ts";
import type { EventFormValues } from "./event-form-values.ts";
import { MailSamples } from "./mail-samples.tsx";
import classes from "./preview-drawer.module.css";
import { previewInput } from "./preview-input.ts";

interface Props {
  /** What stands in the form now. */
  values: EventFormValues;
  event: Event | undefined;
  onClose: () => void;
}

/** What people will see and be told, from what is typed: the page, the sign-up form and each mail. Nothing is saved. */
export function PreviewDrawer({ values, event, onClose }: Props) {
  const { agency } = useMe();
  const [width, setWidth] = useState("desk");
  const [form, setForm] = useState("0");
  const { input, faults } = useMemo(() => previewInput(values, event, agency.boroughs[0]?.id ?? ""), [values, event, agency]);
  const preview = useQuery({
    queryKey: ["event-preview", values],
    queryFn: ({ signal }) => eventApi.previewUnsaved(input, event?.id, signal),
    enabled: faults.length === 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const frame = (title: string, html: string) => (
    <div className={classes.stage} data-width={width}>
      {/* Nothing in it may do anything: no scripts, no forms that are sent, no way out of the frame. */}
      <iframe title={title} sandbox="" srcDoc={html} className={classes.frame} />
    </div>
  );
  const widths = (
    <SegmentedControl
      aria-label="How wide the screen is"
      visibleFrom="xs"
      value={width}
      onChange={setWidth}
      data={[
        { value: "desk", label: <Width icon={IconDeviceDesktop} name="Desk" /> },
        { value: "phone", label: <Width icon={IconDeviceMobile} name="Phone" /> },
      ]}
    />
  );
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(100vw, 900px)"
      title="As people will see it"
      closeButtonProps={{ "aria-label": "Close the preview" }}
      classNames={{ title: classes.title ?? "" }}
      attributes={{ header: { role: "presentation" } }}
    >
      {faults.length > 0 ? (
        <Alert color="yellow" title="This can be shown once these fields are filled in">
          <List size="sm">
            {faults.slice(0, 12).map(([path, words]) => (
              <List.Item key={path}>
                {labelOf(path)}: {lowerFirst(sentence(words))}
              </List.Item>
            ))}
          </List>
          <Button variant="default" mt="sm" onClick={onClose}>
            Back to the form
          </Button>
        </Alert>
      ) : preview.isError ? (
        <Alert color="red" role="alert" title="This cannot be shown">
          {messageOf(preview.error)}
          <Group mt="sm">
            <Button variant="default" onClick={() => void preview.refetch()}>
              Try again
            </Button>
          </Group>
        </Alert>
      ) : preview.data === undefined ? (
        <Stack aria-busy>
          <Skeleton height={40} />
          <Skeleton height={420} />
        </Stack>
      ) : (
        <Tabs defaultValue="page" keepMounted={false}>
          <Tabs.List mb="md">
            <Tabs.Tab value="page">Page</Tabs.Tab>
            <Tabs.Tab value="form">Sign-up form</Tabs.Tab>
            <Tabs.Tab value="mails">Mails</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="page">
            <Stack gap="sm">
              <Group justify="flex-end">{widths}</Group>
              {frame("The public page", preview.data.page)}
            </Stack>
          </Tabs.Panel>
          <Tabs.Panel value="form">
            <FormPreview preview={preview.data} zone={values.venue.zone} chosen={form} onChoose={setForm} widths={widths} frame={frame} />
          </Tabs.Panel>
          <Tabs.Panel value="mails">
            <Stack gap="sm">
              <Text size="sm" c="dimmed">
                To an invented person, for the first session. Each says when it goes out.
              </Text>
              <MailSamples samples={preview.data.mails} />
            </Stack>
          </Tabs.Panel>
        </Tabs>
      )}
    </Drawer>
  );
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

interface FormProps {
  preview: EventPreview;
  zone: string;
  chosen: string;
  onChoose: (index: string) => void;
  widths: React.ReactNode;
  frame: (title: string, html: string) => React.ReactNode;
}

function FormPreview({ preview: { forms }, zone, chosen, onChoose, widths, frame }: FormProps) {
  const { agency } = useMe();
  const form = forms[Number(chosen)] ?? forms[0];
  if (!form) return <Text c="dimmed">There is no session yet that one could sign up to.</Text>;
  const sessions = forms.map(({ label, startsAt }, index) => ({
    value: String(index),
    label: `${label ? `${label}, ` : ""}${dayAndTimeHere(startsAt, zone, agency.zone)}`,
  }));
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end">
        <Select
          label="Session"
          allowDeselect={false}
          data={sessions}
          value={String(forms.indexOf(form))}
          onChange={(index) => onChoose(index ?? "0")}
          w={{ base: "100%", xs: 320 }}
        />
        {widths}
      </Group>
      {frame("The sign-up form", form.html)}
    </Stack>
  );
}

function Width({ icon: Icon, name }: { icon: typeof IconDeviceDesktop; name: string }) {
  return (
    <Group gap={6} wrap="nowrap" justify="center">
      <Icon size={16} stroke={1.7} aria-hidden />
      {name}
    </Group>
  );
}
