import { Button, Checkbox, CloseButton, Group, Radio, Select, Text, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { Field, Path } from "../../lib/schema-field.ts";
import { pathText } from "../../lib/schema-field.ts";
import { IconPlus } from "../../ui/icons.ts";
import { SearchSelect } from "../../ui/search-select.tsx";
import { valueAt } from "./draft.ts";
import { fieldId, focusFact, useFactsForm } from "./form-context.ts";
import classes from "./rule.module.css";

interface Props {
  path: Path;
  title: string;
  field: Field;
}

/** One fact of a form, with whatever field its schema asks for. Nothing in it means: not known. */
export function FactField(props: Props) {
  const { prefix } = useFactsForm();
  const { kind } = props.field;
  const isWhole = kind === "group" || kind === "list" || kind === "choices" || kind === "json";
  return (
    <div id={fieldId(prefix, props.path)} className={isWhole ? classes.whole : undefined}>
      {kind === "group" ? (
        <GroupField {...props} />
      ) : kind === "list" ? (
        <ListField {...props} />
      ) : kind === "choices" ? (
        <ChoicesField {...props} />
      ) : (
        <OneValue {...props} />
      )}
    </div>
  );
}

/** What a field is called; in the language of the sentences, where that is another. */
function Name({ path, title }: Pick<Props, "path" | "title">) {
  const { language, nameIn } = useFactsForm();
  const other = nameIn(path);
  return other === undefined ? title : <span lang={language}>{other}</span>;
}

function useField(path: Path) {
  const { draft, faults, change } = useFactsForm();
  const value = valueAt(draft, path);
  return { value, fault: faults.get(pathText(path)), set: (next: unknown) => change(path, next) };
}

const asText = (value: unknown): string => (value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value));
/** What is wrong, with what stands there where the field itself cannot show it. */
const told = (fault: string | undefined, value: unknown): string | undefined => fault && `${fault}, and not ${JSON.stringify(value)}`;

function OneValue({ path, title, field }: Props) {
  const { value, fault, set } = useField(path);
  const label = <Name path={path} title={title} />;
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
  if (field.kind === "day") return <TextInput {...typed} type="date" error={told(fault, value)} />;
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
    <Radio.Group label={label} value={chosen} error={told(fault, value)} onChange={(next) => onChange(next === "unknown" ? undefined : next === "yes")}>
      <Group gap="sm" mt={6} mih={36}>
        <Radio size="md" classNames={word} value="yes" label="Yes" />
        <Radio size="md" classNames={word} value="no" label="No" />
        <Radio size="md" classNames={word} value="unknown" label="Not known" />
      </Group>
    </Radio.Group>
  );
}

function ChoicesField({ path, title, field }: Props) {
  const { value, fault, set } = useField(path);
  if (field.kind !== "choices") return null;
  const chosen = Array.isArray(value) ? value.map(asText) : [];
  const stray = chosen.filter((word, index) => chosen.indexOf(word) === index && !field.options.some((option) => option.value === word));
  const isNone = Array.isArray(value) && value.length === 0;
  return (
    <fieldset className={classes.group}>
      <legend>
        <Name path={path} title={title} />
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

function GroupField({ path, title, field }: Props) {
  const { value, fault, set } = useField(path);
  if (field.kind !== "group") return null;
  return (
    <fieldset className={classes.group}>
      <legend>
        <Name path={path} title={title} />
      </legend>
      <Parts path={path} field={field} />
      <Misfit fault={fault} value={value} onClear={() => set(undefined)} title={title} />
    </fieldset>
  );
}

export function Parts({ path, field }: { path: Path; field: Extract<Field, { kind: "group" }> }) {
  return (
    <div className={classes.parts}>
      {field.parts.map((part) => (
        <FactField key={part.key} path={[...path, part.key]} title={part.title} field={part.field} />
      ))}
    </div>
  );
}

function ListField({ path, title, field }: Props) {
  const { remove, prefix } = useFactsForm();
  const { value, fault, set } = useField(path);
  if (field.kind !== "list") return null;
  const rows = Array.isArray(value) ? value : [];
  const isFull = field.most !== undefined && rows.length >= field.most;
  const add = () => {
    set([...rows, field.item.kind === "group" ? {} : ""]);
    focusFact(prefix, [...path, rows.length]);
  };
  const leaveOut = (index: number) => {
    remove([...path, index]);
    focusFact(prefix, [...path, Math.max(0, index - 1)]);
  };
  return (
    <fieldset className={classes.group}>
      <legend>
        <Name path={path} title={title} />
      </legend>
      <div className={classes.rows}>
        {rows.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity, and their fields hold no state
          <Row key={index} path={[...path, index]} list={title} field={field.item} onRemove={() => leaveOut(index)} />
        ))}
        {Array.isArray(value) || value === undefined ? null : <Misfit fault={fault} value={value} onClear={() => set(undefined)} title={title} />}
        <div className={classes.listTools}>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={15} />}
            onClick={add}
            disabled={isFull}
            aria-label={`${rows.length === 0 ? "Add one" : "Add another"}: ${title}`}
          >
            {rows.length === 0 ? "Add one" : "Add another"}
          </Button>
          {rows.length === 0 && (
            <>
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => set(value === undefined ? [] : undefined)}
                aria-label={`${value === undefined ? "There are none" : "Not known after all"}: ${title}`}
              >
                {value === undefined ? "There are none" : "Not known after all"}
              </Button>
              <Text size="sm" c="dimmed">
                {value === undefined ? "Not known" : "None"}
              </Text>
            </>
          )}
        </div>
        {Array.isArray(value) && fault && (
          <Text size="sm" c="var(--mantine-color-error)">
            {fault}
          </Text>
        )}
      </div>
    </fieldset>
  );
}

function Row({ path, list, field, onRemove }: Omit<Props, "title"> & { list: string; onRemove: () => void }) {
  const title = `${list} ${Number(path.at(-1)) + 1}`;
  const { prefix } = useFactsForm();
  const away = <CloseButton onClick={onRemove} aria-label={`Remove: ${title}`} />;
  if (field.kind !== "group") {
    return (
      <div className={classes.line}>
        <FactField path={path} title={title} field={field} />
        {away}
      </div>
    );
  }
  return (
    <fieldset id={fieldId(prefix, path)} className={`${classes.group} ${classes.row}`}>
      <legend>
        <Name path={path.slice(0, -1)} title={list} /> {Number(path.at(-1)) + 1}
      </legend>
      <Parts path={path} field={field} />
      <Group justify="flex-end" mt={8}>
        <Button size="compact-sm" variant="subtle" color="red" onClick={onRemove} aria-label={`Remove: ${title}`}>
          Remove
        </Button>
      </Group>
    </fieldset>
  );
}

/** What no field of this kind can show, with the way out. */
function Misfit({ fault, value, title, onClear }: { fault: string | undefined; value: unknown; title: string; onClear: () => void }) {
  if (!fault || value === undefined) return null;
  return (
    <Group gap="sm">
      <Text size="sm" c="var(--mantine-color-error)">
        {told(fault, value)}
      </Text>
      <Button size="compact-sm" variant="default" onClick={onClear} aria-label={`Clear: ${title}`}>
        Clear
      </Button>
    </Group>
  );
}
