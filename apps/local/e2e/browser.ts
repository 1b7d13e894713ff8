import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Locator, type Page } from "playwright-core";

/** Chromium without anything that calls home: on a closed network such calls fail by the dozen and slow everything down. */
export const chromiumFlags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const chromiumPath = process.env.CHROMIUM ?? "/usr/bin/chromium";

export async function openBrowser(): Promise<Browser> {
  const home = mkdtempSync(join(tmpdir(), "cte-chromium-"));
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags, env: { ...process.env, HOME: home } });
  browser.on("disconnected", () => rmSync(home, { recursive: true, force: true, maxRetries: 3 }));
  return browser;
}

/** A small phone. */
export const phone = { viewport: { width: 375, height: 812 } } as const;
export const desk = { viewport: { width: 1280, height: 900 } } as const;

/**
 * Runs the body on a page of its own. What a page complains of (a script's error, a broken rule of the content policy, a request
 * that fails) fails the test. The last look of a failing page is kept for whoever reads the failure, under reports/e2e.
 */
export async function withPage<Value>(
  browser: Browser,
  options: BrowserContextOptions,
  body: (page: Page) => Promise<Value>,
  expected: RegExp[] = [],
): Promise<Value> {
  const context = await newContext(browser, options);
  try {
    return await onPageOf(context, body, expected);
  } finally {
    await context.close();
  }
}

/** A window of its own, as somebody in New York has it open. */
export async function newContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: "en-US", timezoneId: "America/New_York", ...options });
  context.setDefaultTimeout(20_000);
  return context;
}

/** As `withPage`, in a window that others use too: what was loaded before is not loaded again. */
export async function onPageOf<Value>(context: BrowserContext, body: (page: Page) => Promise<Value>, expected: RegExp[] = []): Promise<Value> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  try {
    const value = await body(page);
    const unexpected = complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint)));
    if (unexpected.length > 0) throw new Error(`the page complained:\n${unexpected.join("\n")}`);
    return value;
  } catch (error) {
    const look = join(import.meta.dirname, "..", "reports", "e2e", `${Date.now()}.png`);
    await page.screenshot({ path: look, fullPage: true }).catch(() => undefined);
    throw new Error(`${error instanceof Error ? error.message : error}\nat ${page.url()}, seen in ${look}`, { cause: error });
  } finally {
    await page.close();
  }
}

const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement).catch(() => false);

/** Presses Tab until the target has the focus, as somebody without a mouse does, and says so where it cannot be reached. */
export async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" | "ArrowDown" = "Tab"): Promise<void> {
  await target.waitFor({ state: "visible" });
  for (let presses = 0; presses < 120; presses++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${target} cannot be reached with the keyboard`);
}

/** Writes into a field by keyboard alone, as fast as people do: a form that comes back within two seconds was no person's. What stood in it is replaced. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("Delete");
  await page.keyboard.type(text, { delay: 90 });
}

/** Enter on a link or button that was reached by keyboard; waits for the page that follows. */
export async function pressEnterOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
}

/** How far a page reaches beyond the width of the screen, in pixels; 0 is as it should be. */
export const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Fields, buttons and links that stand for buttons that are too small to hit with a thumb, as text. */
export const smallTargets = (page: Page, least = 44): Promise<string[]> =>
  page.evaluate(
    (size) =>
      [
        ...document.querySelectorAll<HTMLElement>(
          "button, summary, select, textarea, input:not([type=hidden], [type=checkbox], [type=radio]), a.button, label:has(input[type=checkbox], input[type=radio])",
        ),
      ]
        .filter(
          (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.closest("[hidden], [aria-hidden=true]") === null,
        )
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.height > 0 && box.right > 0 && box.height < size - 0.5)
        .map(({ element, box }) => `${element.outerHTML.slice(0, 80)} is ${box.height.toFixed(1)} px high`),
    least,
  );
