import { Alert, Anchor, List, Text } from "@mantine/core";
import { messageOf, referenceOf } from "../../lib/messages.ts";
import { IconAlertTriangle } from "../../ui/icons.ts";
import classes from "./event-form.module.css";
import { type Faults, labelOf } from "./event-form-faults.ts";
import { fieldId } from "./field-label.ts";
import { focusField } from "./form-context.ts";

/** Everything that keeps the form from being saved, each leading to its field. */
export function FaultSummary({ faults, error, ref }: { faults: Faults; error: unknown; ref: React.Ref<HTMLDivElement> }) {
  const entries = Object.entries(faults);
  if (entries.length === 0 && !error) return null;
  const isAboutFields = entries.length > 0;
  return (
    <Alert
      ref={ref}
      tabIndex={-1}
      role="alert"
      color="red"
      icon={<IconAlertTriangle size={19} />}
      title={
        isAboutFields
          ? entries.length === 1
            ? "One thing keeps this from being saved"
            : `${entries.length} things keep this from being saved`
          : "This was not saved"
      }
      className={classes.summary ?? ""}
    >
      {error !== null && error !== undefined && (
        <Text size="sm" mb={isAboutFields ? "xs" : 0}>
          {messageOf(error)}
          {referenceOf(error) && !isAboutFields && ` (For support: request ${referenceOf(error)})`}
        </Text>
      )}
      {isAboutFields && (
        <List size="sm" spacing={4}>
          {entries.map(([path, message]) => (
            <List.Item key={path}>
              <FieldLink path={path}>
                {labelOf(path)}: {message.charAt(0).toLowerCase() + message.slice(1)}
              </FieldLink>
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}

/** Leads to a field of the form on the same page. */
export function FieldLink({ path, children }: { path: string; children: React.ReactNode }) {
  return (
    <Anchor
      href={`#${fieldId(path)}`}
      size="sm"
      underline="always"
      c="inherit"
      onClick={(click) => {
        click.preventDefault();
        focusField(path);
      }}
    >
      {children}
    </Anchor>
  );
}
