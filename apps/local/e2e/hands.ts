import type { Locator, Page } from "playwright-core";
import { tabTo } from "./browser.ts";

/** How somebody works a page: the same steps by a pointer, or by the keyboard alone. */
export interface Hand {
  /** A button, a line of a menu. `back`: it stands in front of where one is. */
  press(target: Locator, back?: "back"): Promise<void>;
  follow(link: Locator): Promise<void>;
  /** Text into a field; what stood in it is replaced. */
  write(field: Locator, text: string): Promise<void>;
  /** A day or a time of day into a field of the browser's own, given as `2026-12-01`, `09:30` or both with a T between. */
  setTo(field: Locator, value: string): Promise<void>;
  /** One of a list that opens under a field. */
  choose(label: string, option: string): Promise<void>;
  toggle(box: Locator): Promise<void>;
}

const comboOf = (page: Page, label: string): Locator =>
  page
    .getByRole("combobox", { name: label, exact: true })
    .or(page.getByRole("textbox", { name: label, exact: true }))
    .first();

export const pointer = (page: Page): Hand => ({
  press: (target) => target.click(),
  follow: (link) => link.click(),
  write: (field, text) => field.fill(text),
  setTo: (field, value) => field.fill(value),
  async choose(label, option) {
    await comboOf(page, label).click();
    await page.getByRole("option", { name: option }).first().click();
  },
  toggle: (box) => box.click(),
});

/** A day as fingers type it into a field of the browser: month, day, year; a time: hours, minutes, AM or PM. */
function typed(value: string): string[] {
  const [date, time] = value.includes("T") ? value.split("T") : value.includes(":") ? [undefined, value] : [value, undefined];
  const [year, month, day] = date?.split("-") ?? [];
  const [hours, minutes] = time?.split(":") ?? [];
  const keys = date === undefined ? [] : [`${month}`, `${day}`, `${year}`];
  if (hours === undefined) return keys;
  const hour = Number(hours) % 12 || 12;
  return [...keys, String(hour).padStart(2, "0"), `${minutes}`, Number(hours) < 12 ? "A" : "P"];
}

export const keyboard = (page: Page): Hand => {
  const press = async (target: Locator, key = "Enter", back?: "back") => {
    if ((await target.getAttribute("role")) === "menuitem") await toMenuItem(page, target);
    else await tabTo(page, target, back ? "Shift+Tab" : "Tab");
    await page.keyboard.press(key);
  };
  return {
    press: (target, back) => press(target, "Enter", back),
    follow: (link) => press(link),
    async write(field, text) {
      await tabTo(page, field);
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.type(text);
    },
    async setTo(field, value) {
      await tabTo(page, field);
      for (const keys of typed(value)) await page.keyboard.type(keys);
      await page.waitForFunction(([element, wanted]) => (element as HTMLInputElement).value === wanted, [await field.elementHandle(), value] as const);
    },
    async choose(label, option) {
      const field = comboOf(page, label);
      await tabTo(page, field);
      await page.keyboard.press("ArrowDown");
      const wanted = page.getByRole("option", { name: option }).first();
      await wanted.waitFor();
      // Down the list until the field says that this one is meant.
      for (let presses = 0; presses < 60; presses++) {
        const id = await wanted.getAttribute("id");
        if ((await field.getAttribute("aria-activedescendant")) === id || (await wanted.getAttribute("data-combobox-selected")) === "true") break;
        await page.keyboard.press("ArrowDown");
      }
      await page.keyboard.press("Enter");
    },
    toggle: (box) => press(box, "Space"),
  };
};

/** A menu takes the focus when it opens; its lines are gone through with arrows. */
async function toMenuItem(page: Page, item: Locator): Promise<void> {
  await item.waitFor({ state: "visible" });
  for (let presses = 0; presses < 30; presses++) {
    if (await item.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`${item} cannot be reached with the arrows`);
}
