import { Button, CloseButton, Group, Text } from "@mantine/core";
import type { Field, Path } from "../../lib/schema-field.ts";
import { IconPlus } from "../../ui/icons.ts";
import { ChoicesField, OneValue } from "./fact-value.tsx";
import { fieldId, focusFact, useFactsForm } from "./form-context.ts";
import classes from "./rule.module.css";
import { FactName, type FactProps, toldFault, useFact } from "./use-fact.tsx";

/** One fact of a form, with whatever field its schema asks for. Nothing in it means: not known. */
export function FactField(props: FactProps) {
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

function GroupField({ path, title, field }: FactProps) {
  const { value, fault, set } = useFact(path);
  if (field.kind !== "group") return null;
  return (
    <fieldset className={classes.group}>
      <legend>
        <FactName path={path} title={title} />
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

function ListField({ path, title, field }: FactProps) {
  const { remove, prefix } = useFactsForm();
  const { value, fault, set } = useFact(path);
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
        <FactName path={path} title={title} />
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

function Row({ path, list, field, onRemove }: Omit<FactProps, "title"> & { list: string; onRemove: () => void }) {
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
        <FactName path={path.slice(0, -1)} title={list} /> {Number(path.at(-1)) + 1}
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
        {toldFault(fault, value)}
      </Text>
      <Button size="compact-sm" variant="default" onClick={onClear} aria-label={`Clear: ${title}`}>
        Clear
      </Button>
    </Group>
  );
}
