// How quick the console's long lists are in Chromium, beside a whole running system: first rows, scrolling, filter, live change.
import type { Browser } from "playwright-core";
import { desk, openBrowser, withPage } from "../e2e/browser.ts";
import { signedIn } from "../e2e/console.ts";
import { listOf20000 } from "./rig/events.ts";
import { type Figures, measure } from "./rig/measure.ts";
import { rosterOf2000 } from "./rig/roster.ts";
import type { Screen } from "./rig/screen.ts";
import { startFor } from "./rig/start-for.ts";

/** A list is a row here: where it is, what is in it, and how it is changed from outside. */
const screens: readonly Screen[] = [rosterOf2000, listOf20000];
const asked = { firstRows: 1000, framesPerSecond: 50, filter: 100, liveChange: 2000 };

async function figuresOf(browser: Browser, screen: Screen): Promise<Figures> {
  const system = await startFor(screen);
  try {
    const storageState = await signedIn(browser, system.origin, "demo-director");
    const prepared = await withPage(browser, { ...desk, storageState }, (page) => screen.prepare(page, system.origin));
    console.error(`${screen.name}: prepared`);
    return await measure(browser, { ...desk, storageState }, prepared);
  } finally {
    await system.stop();
  }
}

const browser = await openBrowser();
try {
  const measured: { name: string; figures: Figures }[] = [];
  for (const screen of screens.filter(({ name }) => name.includes(process.env.SCREEN ?? ""))) {
    measured.push({ name: screen.name, figures: await figuresOf(browser, screen) });
  }
  const met = (holds: boolean) => (holds ? "" : " (not met)");
  const rows = measured.map(({ name, figures: { cold, warm, frames, slowestFrame, filter, live, processor } }) => [
    name,
    `${cold} ms, ${warm} ms${met(cold <= asked.firstRows)}`,
    `${frames}, ${slowestFrame} ms${met(frames >= asked.framesPerSecond)}`,
    `${filter.median} ms, ${filter.most} ms${met(filter.median <= asked.filter)}`,
    live ? `${live.median} ms, ${live.most} ms${met(live.most <= asked.liveChange)}` : "–",
    `${processor.firstRows}, ${processor.scrolling}, ${processor.filter} ms`,
  ]);
  const head = [
    "list",
    "first rows: empty cache, full",
    "scrolling: frames a second, slowest frame",
    "filter: median, most",
    "live change: median, most",
    "page's processor time: first rows, 21,000 pixels of scrolling, filter",
  ];
  for (const cells of [head, head.map(() => "---"), ...rows]) console.log(`| ${cells.join(" | ")} |`);
  console.log(
    `\nAsked: first rows within ${asked.firstRows} ms, ${asked.framesPerSecond} frames a second, a filter within ${asked.filter} ms from the key, a change within ${asked.liveChange} ms from when it was sent. Headless Chromium of 1280 × 900 without a graphics card, so that it paints by the processor that the system runs on too.`,
  );
} finally {
  await browser.close();
}
