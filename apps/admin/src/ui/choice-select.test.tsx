import { MantineProvider, Select, type SelectProps } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ComponentType } from "react";
import { describe, expect, it } from "vitest";
import { ChoiceSelect } from "./choice-select.tsx";
import { SearchSelect } from "./search-select.tsx";

// The list is made anew each time that it is drawn, as a list made where it is used is.
const words = () => ["At a place", "Online", "Both"].map((label) => ({ value: label.toLowerCase(), label }));
const drawn = (Field: ComponentType<SelectProps>) => (
  <MantineProvider env="test">
    <Field label="Takes place" defaultValue="at a place" data={words()} comboboxProps={{ transitionProps: { duration: 0 } }} />
  </MantineProvider>
);
const field = () => screen.getByLabelText<HTMLInputElement>("Takes place", { selector: "input" });

/** Goes to the next choice by the arrow keys, has the form drawn anew, and presses Enter. */
async function chosenByKey(Field: ComponentType<SelectProps>): Promise<string> {
  const user = userEvent.setup();
  const { rerender } = render(drawn(Field));
  field().focus();
  await user.keyboard("{ArrowDown}");
  await screen.findByRole("option", { name: "Online", hidden: true });
  await user.keyboard("{ArrowDown}");
  rerender(drawn(Field));
  await user.keyboard("{Enter}");
  return field().value;
}

describe("a choice that is being made while its form is drawn anew", () => {
  it("is taken when Enter is pressed", async () => {
    expect(await chosenByKey(ChoiceSelect)).toBe("Online");
  });

  it("is lost in the kit's own select, which begins anew with each list: the control", async () => {
    expect(await chosenByKey(Select)).toBe("At a place");
  });

  it("keeps what is typed to search for it", async () => {
    const user = userEvent.setup();
    const { rerender } = render(drawn(SearchSelect));
    await user.click(field());
    await user.keyboard("onl");
    rerender(drawn(SearchSelect));
    expect(field().value).toBe("onl");
    await user.keyboard("{Enter}");
    expect(field().value).toBe("Online");
  });

  it("goes along where the choices are other ones by then", () => {
    const many = (data: string[]) => (
      <MantineProvider env="test">
        <ChoiceSelect label="Takes place" data={data} value={data.at(-1) ?? null} />
      </MantineProvider>
    );
    const { rerender } = render(many(["At a place"]));
    rerender(many(["At a place", "Online"]));
    expect(field().value).toBe("Online");
  });
});
