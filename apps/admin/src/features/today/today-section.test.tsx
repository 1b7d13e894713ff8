import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { TodaySection } from "./today-section.tsx";

const row = (id: string) => ({ id });
const section = (ids: readonly string[]) => (
  <MantineProvider>
    <TodaySection id="decisions" title="To decide on" rows={ids.map(row)} nothing="Nobody waits for a decision.">
      {({ id }) => <button type="button">{id}</button>}
    </TodaySection>
  </MantineProvider>
);
const shown = () => screen.queryAllByRole("listitem").map((item) => item.textContent);

describe("a list of today", () => {
  it("follows the truth while nobody is at it, and says that it is good where there is nothing", () => {
    const { rerender } = render(section(["a", "b"]));
    expect([shown(), screen.getByRole("heading").textContent]).toEqual([["a", "b"], "To decide on (2)"]);
    rerender(section(["b", "c"]));
    expect(shown()).toEqual(["b", "c"]);
    rerender(section([]));
    expect([shown(), screen.getByText("Nobody waits for a decision.").tagName]).toEqual([[], "P"]);
  });

  it("moves nothing under a pointer: what was dealt with says so, and what is new waits", async () => {
    const user = userEvent.setup();
    const { rerender } = render(section(["a", "b"]));
    await user.hover(screen.getByText("b"));
    rerender(section(["c", "b"]));
    expect(shown()).toEqual(["aDealt with", "b"]);
    await user.click(screen.getByRole("button", { name: "Show 1 new" }));
    expect(shown()).toEqual(["c", "b"]);
  });

  it("shows five at first, and all of them when asked", async () => {
    const user = userEvent.setup();
    render(section(["a", "b", "c", "d", "e", "f", "g"]));
    expect(shown()).toEqual(["a", "b", "c", "d", "e"]);
    await user.click(screen.getByRole("button", { name: /Show all 7/ }));
    expect(shown()).toHaveLength(7);
  });
});
