import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** What fades or slides in is looked at when it is there: half-faded text has half its contrast. */
export const atRest = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== "running"));

/** What axe finds on the page as it stands, a line a place: WCAG 2.2 to level AA and axe's own best practices. */
export async function violationsOn(page: Page): Promise<string[]> {
  await atRest(page);
  // A document without a ground of its own (one made for a frame) stands on the browser's; axe takes it for white.
  await page.evaluate(() => {
    if (getComputedStyle(document.body).backgroundColor === "rgba(0, 0, 0, 0)") document.documentElement.style.backgroundColor = "Canvas";
  });
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    // Without frames from elsewhere there is no need for a page of its own to put the findings together: four times quicker.
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")} ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ""}`.trim()),
  );
}
