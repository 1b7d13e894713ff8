import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderConsole } from "../../../test/render-console.tsx";
import { sampleEvent } from "../../../test/sample-event.ts";
import type { Field } from "../../lib/schema-field.ts";
import { DetailField } from "./details-panel.tsx";
import type { EventFormValues } from "./event-form-values.ts";
import { EventFormProvider, useMadeEventForm } from "./form-context.ts";
import { formValuesOf } from "./form-values-of.ts";

const options = ["morning", "noon", "evening"].map((value) => ({ value, label: value }));
let current: () => EventFormValues = () => formValuesOf(sampleEvent);

function Form({ field, text }: { field: Field; text: string }) {
  const form = useMadeEventForm({ mode: "uncontrolled", initialValues: { ...formValuesOf(sampleEvent), details: { asked: text } } });
  current = form.getValues;
  return (
    <EventFormProvider form={form}>
      <DetailField part={{ key: "asked", title: "Asked", isRequired: true, field }} />
    </EventFormProvider>
  );
}

test("an agency's kind of activity may ask for any number of some choices, and what was chosen before stays chosen", async () => {
  await renderConsole(<Form field={{ kind: "choices", options }} text={"morning\nnoon"} />);
  await userEvent.click(screen.getByLabelText("evening"));
  await userEvent.click(screen.getByLabelText("noon"));
  expect(current().details.asked).toBe("morning\nevening");
});

test("an agency's kind of activity may ask for a day", async () => {
  await renderConsole(<Form field={{ kind: "day" }} text="2026-12-01" />);
  const day = screen.getByLabelText(/Asked/) as HTMLInputElement;
  expect([day.type, day.value]).toEqual(["date", "2026-12-01"]);
});
