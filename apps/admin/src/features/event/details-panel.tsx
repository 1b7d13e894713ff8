import { Checkbox, Group, Radio, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { activityTypeOf, detailParts, titleOfDetail } from "../../lib/activity-types.ts";
import type { Part } from "../../lib/schema-field.ts";
import { ChoiceSelect } from "../../ui/choice-select.tsx";
import { Panel } from "../../ui/panel.tsx";
import { boundsInWords, type DetailTexts, unaskedDetails } from "./details-text.ts";
import classes from "./event-form.module.css";
import { useEventForm } from "./form-context.ts";
import { PublishHint } from "./publish-hint.tsx";
import { lengthInWords } from "./type-defaults.ts";
import { spread, useField } from "./use-field.ts";

const settingWords = { school: "a school", workplace: "a workplace", virtual: "online" } as const;
const listed = new Intl.ListFormat("en-US", { type: "disjunction" });

/** What the kind of activity itself asks, drawn from its own definition, with what is known of such activities. */
export function DetailsPanel() {
  const form = useEventForm();
  const type = activityTypeOf(form.useWatchValue("activityTypeId") as string);
  const texts = form.useWatchValue("details") as DetailTexts;
  if (!type) return null;
  const parts = detailParts(type);
  const unasked = unaskedDetails(type, texts);
  const length = lengthInWords(type);
  return (
    <Panel title={type.label}>
      <Stack gap="md">
        <dl className={classes.known}>
          {type.asks.length > 0 && <Known name="What partners are asked">{type.asks.map(({ en }) => en).join(" ")}</Known>}
          {length && <Known name="How long it mostly is">{length}</Known>}
          <Known name="Where it takes place">{capital(listed.format(type.settings.map((setting) => settingWords[setting])))}</Known>
          {type.documents.length > 0 && <Known name="Papers">{type.documents.map(({ value }) => value.label.en).join("; ")}</Known>}
        </dl>
        {parts.length > 0 && (
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {parts.map((part) => (
              <div key={`${type.id} ${part.key}`}>
                <DetailField part={part} />
                <PublishHint path={`details.${part.key}`} />
              </div>
            ))}
          </SimpleGrid>
        )}
        {unasked.length > 0 && (
          <Text size="sm" c="dimmed" role="status">
            {listed.format(unasked.map(titleOfDetail))} {unasked.length === 1 ? "is" : "are"} not asked of this kind of activity and will not be saved. Choosing
            the other kind again brings {unasked.length === 1 ? "it" : "them"} back.
          </Text>
        )}
      </Stack>
    </Panel>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function Known({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function DetailField({ part: { key, title, field: shape, isRequired } }: { part: Part }) {
  const field = useField();
  const input = field(`details.${key}`);
  const label = isRequired ? title : `${title} (optional)`;
  const reactKey = input.key;
  const props = { ...spread(input), label };
  if (shape.kind === "yes_no") {
    return (
      <Radio.Group key={reactKey} {...props}>
        <Group gap="lg" mt={6} mih={36}>
          <Radio value="yes" label="Yes" />
          <Radio value="no" label="No" />
          {!isRequired && <Radio value="" label="Not said" />}
        </Group>
      </Radio.Group>
    );
  }
  if (shape.kind === "choice") {
    return (
      <ChoiceSelect
        key={reactKey}
        {...props}
        data={[...shape.options]}
        placeholder="Choose one"
        clearable={!isRequired}
        clearButtonProps={{ "aria-label": `Clear: ${title}` }}
      />
    );
  }
  if (shape.kind === "choices") {
    const { defaultValue, onChange, ...rest } = props;
    return (
      <Checkbox.Group
        key={reactKey}
        {...rest}
        defaultValue={String(defaultValue ?? "")
          .split("\n")
          .filter(Boolean)}
        onChange={(chosen: string[]) => onChange(chosen.join("\n"))}
      >
        <Group gap="md" mt={6} mih={36}>
          {shape.options.map(({ value, label: words }) => (
            <Checkbox key={value} value={value} label={words} />
          ))}
        </Group>
      </Checkbox.Group>
    );
  }
  if (shape.kind === "day") return <TextInput key={reactKey} {...props} type="date" max="2099-12-31" />;
  if (shape.kind === "list") return <Textarea key={reactKey} {...props} description="One a line" autosize minRows={2} maxRows={12} />;
  if (shape.kind === "number") {
    const bounds = boundsInWords(shape).replace(/^must be a (whole )?number,? ?(from )?/, "");
    return <TextInput key={reactKey} {...props} inputMode={shape.isWhole ? "numeric" : "decimal"} placeholder={bounds} autoComplete="off" />;
  }
  return <TextInput key={reactKey} {...props} autoComplete="off" {...(shape.kind === "text" && shape.most !== undefined ? { maxLength: shape.most } : {})} />;
}
