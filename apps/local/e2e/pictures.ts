/** Takes the README's pictures anew from the running system: `node apps/local/e2e/pictures.ts`, after the build. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { openBrowser, phone, withPage } from "./browser.ts";
import { notSignedIn, signIn } from "./console.ts";
import { fortySeats, listEvents } from "./sign-ups.ts";
import { startSystem } from "./start-system.ts";

const folder = join(import.meta.dirname, "..", "..", "..", "docs", "images");

async function compose(browser: Browser, roster: Buffer, form: Buffer): Promise<Buffer> {
  const source = (picture: Buffer) => `data:image/png;base64,${picture.toString("base64")}`;
  return withPage(browser, { viewport: { width: 1280, height: 760 } }, async (page) => {
    await page.setContent(`<!doctype html><style>
      body { margin: 0; background: linear-gradient(150deg, #e9eef6, #dfe9e8); height: 760px; position: relative; overflow: hidden; }
      img { position: absolute; border-radius: 12px; box-shadow: 0 18px 50px -12px rgb(20 30 40 / .35), 0 2px 8px rgb(20 30 40 / .12); }
    </style><img style="left: 48px; top: 56px; width: 960px" src="${source(roster)}"><img style="right: 48px; top: 96px; width: 290px; border-radius: 22px" src="${source(form)}">`);
    return page.screenshot({ animations: "disabled" });
  });
}

const system = await startSystem();
const browser = await openBrowser();
try {
  mkdirSync(folder, { recursive: true });
  const { event, session } = await fortySeats(system.origin);
  const form = await withPage(browser, { ...phone, deviceScaleFactor: 2 }, async (page) => {
    await page.goto(`${system.origin}/events/${event.slug}/${session.id}`);
    await page.locator("[name=name]").fill("Rosa Example");
    await page.locator("[name=email]").fill("rosa@example.org");
    return page.screenshot({ clip: { x: 0, y: 0, width: 375, height: 760 } });
  });
  const busy = (await listEvents(system.origin)).find(({ title }) => title.startsWith("Mock Interviews"));
  const roster = await withPage(
    browser,
    { viewport: { width: 1280, height: 860 }, deviceScaleFactor: 1.5 },
    async (page) => {
      await signIn(page, system.origin, "demo-director");
      await page.goto(`${system.origin}/admin/sessions/${busy?.sessions[0]?.id}`);
      await page.getByRole("region", { name: "Seats" }).waitFor();
      return page.screenshot({ animations: "disabled" });
    },
    [notSignedIn],
  );
  writeFileSync(join(folder, "form-and-roster.png"), await compose(browser, roster, form));
} finally {
  await browser.close();
  await system.stop();
}
