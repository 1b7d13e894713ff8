import { Checkbox, Group, Radio, Select, Text, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { SearchSelect } from "../../ui/search-select.tsx";
import classes from "./rule.module.css";
import { FactName, type FactProps, toldFault, useFact } from "./use-fact.tsx";

const asText = (value: unknown): string => (value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value));

/** A fact that is one value: typed, chosen, or yes or no. */
export function OneValue({ path, title, field }: FactProps) {
  const { value, fault, set } = useFact(path);
  const label = <FactName path={path} title={title} />;
  const text = asText(value);
  const typed = { label, value: text, onChange: (event: { currentTarget: { value: string } }) => set(event.currentTarget.value || undefined) };
  if (field.kind === "yes_no") return <YesNo label={label} value={value} fault={fault} onChange={set} />;
  if (field.kind === "choice") {
    const options =
      text === "" || field.options.some((option) => option.value === text) ? [...field.options] : [...field.options, { value: text, label: text }];
    const Choice = options.length > 8 ? SearchSelect : Select;
    return (
      <Choice
        label={label}
        placeholder="Not known"
        data={options}
        value={text || null}
        error={fault}
        clearable
        clearButtonProps={{ "aria-label": `Clear: ${title}` }}
        onChange={(chosen) => set(chosen ?? undefined)}
      />
    );
  }
  if (field.kind === "day") return <TextInput {...typed} type="date" error={toldFault(fault, value)} />;
  if (field.kind === "json") return <Textarea {...typed} label={label} description="As JSON" autosize minRows={2} ff="monospace" error={fault} />;
  if (field.kind === "number") {
    const { least, most, isWhole } = field;
    const bounds =
      least !== undefined && most !== undefined
        ? `${least} to ${most}`
        : least !== undefined
          ? `${least} or more`
          : most !== undefined
            ? `${most} or fewer`
            : undefined;
    return <TextInput {...typed} inputMode={isWhole ? "numeric" : "decimal"} placeholder={bounds ?? ""} autoComplete="off" error={fault} />;
  }
  return <TextInput {...typed} autoComplete="off" error={fault} {...(field.kind === "text" && field.most !== undefined && { maxLength: field.most })} />;
}

function YesNo({
  label,
  value,
  fault,
  onChange,
}: {
  label: ReactNode;
  value: unknown;
  fault: string | undefined;
  onChange: (value: boolean | undefined) => void;
}) {
  const chosen = value === undefined ? "unknown" : value === true ? "yes" : value === false ? "no" : "";
  return (
    <Radio.Group label={label} value={chosen} error={toldFault(fault, value)} onChange={(next) => onChange(next === "unknown" ? undefined : next === "yes")}>
      <Group gap="sm" mt={6} mih={36}>
        <Radio size="md" classNames={word} value="yes" label="Yes" />
        <Radio size="md" classNames={word} value="no" label="No" />
        <Radio size="md" classNames={word} value="unknown" label="Not known" />
      </Group>
    </Radio.Group>
  );
}

/** A fact that is any number of some options. */
export function ChoicesField({ path, title, field }: FactProps) {
  const { value, fault, set } = useFact(path);
  if (field.kind !== "choices") return null;
  const chosen = Array.isArray(value) ? value.map(asText) : [];
  const stray = chosen.filter((word, index) => chosen.indexOf(word) === index && !field.options.some((option) => option.value === word));
  const isNone = Array.isArray(value) && value.length === 0;
  return (
    <fieldset className={classes.group}>
      <legend>
        <FactName path={path} title={title} />
      </legend>
      <Text size="sm" c="dimmed">
        {value === undefined ? "Not known" : isNone ? "None of them" : `${chosen.length} chosen`}
      </Text>
      <Checkbox.Group value={isNone ? [none] : chosen} onChange={(next) => set(nextChosen(next, isNone))} error={fault}>
        <div className={classes.options}>
          {[...field.options, ...stray.map((word) => ({ value: word, label: word }))].map((option) => (
            <Checkbox size="md" classNames={word} key={option.value} value={option.value} label={option.label} />
          ))}
          <Checkbox size="md" classNames={word} value={none} label="None of them" />
        </div>
      </Checkbox.Group>
    </fieldset>
  );
}

const word = { label: classes.word ?? "" };

/** No option has this word: theirs are not empty. */
const none = "";

/** None and some shut each other out; nothing ticked is not known. */
function nextChosen(next: readonly string[], wasNone: boolean): string[] | undefined {
  if (!wasNone && next.includes(none)) return [];
  const some = next.filter((word) => word !== none);
  return some.length === 0 ? undefined : some;
}
