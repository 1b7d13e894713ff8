import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { withPage } from "../../e2e/browser.ts";
import type { Prepared } from "./screen.ts";

export interface Figures {
  /** From the address bar to the first rows on the screen, with nothing in the browser's cache and with everything. */
  cold: number;
  warm: number;
  frames: number;
  slowestFrame: number;
  /** From the key to the rows that match on the screen. */
  filter: Spread;
  /** From the moment in which a change is sent to its row on the screen. */
  live: Spread | undefined;
  /** Milliseconds of a processor that the page's main thread took, which do not grow with what else a machine does: until the first rows, for all of the scrolling, for a filter. */
  processor: { firstRows: number; scrolling: number; filter: number };
}

interface Spread {
  median: number;
  most: number;
}

/** No more changes than find room on one screen: a row below it is not drawn. */
const times = { load: 5, live: 8 };

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
const medianOf = (values: readonly number[]) => Math.round(sorted(values)[Math.floor(values.length / 2)] ?? 0);
const spreadOf = (values: readonly number[]): Spread => ({ median: medianOf(values), most: Math.round(Math.max(...values)) });

export async function measure(browser: Browser, options: BrowserContextOptions, screen: Prepared): Promise<Figures> {
  const cold: number[] = [];
  const warm: number[] = [];
  const loading: number[] = [];
  for (let time = 0; time < times.load; time++) {
    await withPage(browser, options, async (page) => {
      cold.push(await firstRows(page, screen));
      loading.push(await processorTime(page, async () => void warm.push(await firstRows(page, screen))));
    });
  }
  console.error("first rows: measured");
  return withPage(browser, options, async (page) => {
    await firstRows(page, screen);
    await page
      .getByText(screen.ready ?? / sign-ups$/)
      .first()
      .waitFor();
    let scrolling = { frames: 0, slowestFrame: 0 };
    const scrollingTook = await processorTime(page, async () => {
      scrolling = await scroll(page, screen);
    });
    console.error("scrolling: measured");
    let filter: number[] = [];
    const filterTook = await processorTime(page, async () => {
      filter = await narrow(page, screen);
    });
    console.error("filter: measured");
    const live = screen.change && (await follow(page, screen, screen.change));
    const processor = {
      firstRows: medianOf(loading),
      scrolling: Math.round(scrollingTook),
      // Emptying the field draws as much again.
      filter: Math.round(filterTook / (2 * filter.length)),
    };
    return { cold: medianOf(cold), warm: medianOf(warm), ...scrolling, filter: spreadOf(filter), live: live && spreadOf(live), processor };
  });
}

/** When the first rows were painted, counted from when the page was asked for. */
async function firstRows(page: Page, { url, row }: Prepared): Promise<number> {
  await page.goto("about:blank");
  await page.addInitScript((selector) => {
    const look = () => {
      if (document.querySelector(selector)) requestAnimationFrame(() => setTimeout(() => Object.assign(window, { firstRows: performance.now() })));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, row);
  await page.goto(url, { waitUntil: "commit" });
  const seen = await page.waitForFunction(() => (window as unknown as { firstRows?: number }).firstRows);
  return (await seen.jsonValue()) ?? 0;
}

/** Frames while a finger or a wheel goes through the list, as the page itself can draw them. */
async function scroll(page: Page, { scroller }: Prepared): Promise<{ frames: number; slowestFrame: number }> {
  const box = await page.locator(scroller ?? "body").boundingBox();
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, Math.min(700, (box?.y ?? 0) + 300)];
  const devtools = await page.context().newCDPSession(page);
  await page.evaluate(() => {
    const frames: number[] = [];
    const count = (at: number) => {
      frames.push(at);
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    Object.assign(window, { frames });
  });
  for (const yDistance of [-12_000, 9_000]) {
    await devtools.send("Input.synthesizeScrollGesture", { x, y, yDistance, speed: 3000, gestureSourceType: "mouse" });
  }
  const gaps = await page.evaluate(() => (window as unknown as { frames: number[] }).frames.map((at, index, all) => at - (all[index - 1] ?? at)).slice(1));
  const whole = gaps.reduce((sum, gap) => sum + gap, 0);
  return { frames: Math.round((gaps.length / whole) * 1000), slowestFrame: Math.round(Math.max(...gaps)) };
}

/** What the page's main thread took of a processor meanwhile. */
async function processorTime(page: Page, work: () => Promise<void>): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  const taken = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
  };
  const before = await taken();
  await work();
  const after = await taken();
  await devtools.detach();
  return (after - before) * 1000;
}

/** From each key to the rows that follow from it, on the screen. */
async function narrow(page: Page, { search, row }: Prepared): Promise<number[]> {
  const field = page.getByLabel(search.label, { exact: true });
  const taken: number[] = [];
  for (const word of search.words) {
    await field.fill("");
    await page.waitForTimeout(600);
    await page.evaluate((selector) => {
      const shown = () => [...document.querySelectorAll(selector)].map((one) => one.textContent).join("\n");
      const before = shown();
      const look = (startedAt: number) => {
        if (shown() !== before) setTimeout(() => Object.assign(window, { narrowed: performance.now() - startedAt }));
        else requestAnimationFrame(() => look(startedAt));
      };
      Object.assign(window, { narrowed: undefined });
      window.addEventListener("input", (event) => look(event.timeStamp), { capture: true, once: true });
    }, row);
    // All at once, as pasted: what is counted is one change, and not how fast somebody types.
    await field.fill(word);
    const narrowed = await page.waitForFunction(() => (window as unknown as { narrowed?: number }).narrowed);
    taken.push((await narrowed.jsonValue()) ?? 0);
  }
  await field.fill("");
  await page.waitForTimeout(600);
  return taken;
}

/** From each change's being sent until its row is there, at moments that have nothing to do with when the console asks. */
async function follow(page: Page, { search }: Prepared, change: () => Promise<string>): Promise<number[]> {
  // So that a new row is among those that are drawn.
  await page.getByLabel(search.label, { exact: true }).fill("zoe");
  await page.waitForTimeout(600);
  await page.mouse.move(5, 5);
  await page.getByLabel(search.label, { exact: true }).blur();
  const taken: number[] = [];
  for (let time = 0; time < times.live; time++) {
    await page.waitForTimeout(300 + ((time * 370) % 1000));
    const sentAt = performance.now();
    const text = await change();
    await page.getByText(text).first().waitFor({ timeout: 10_000 });
    taken.push(performance.now() - sentAt);
  }
  return taken;
}
