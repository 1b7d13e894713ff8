import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { violationsOn } from "./accessibility.ts";
import { desk, openBrowser, overflow, phone, withPage } from "./browser.ts";
import { type PublicPage, publicPages } from "./public-pages.ts";

const origin = inject("origin");
const mostBytes = 15_000;
/** Chromium writes a page's own 4xx answer into the console: expected where the answer is. */
const ownAnswer = [/Failed to load resource: the server responded with a status of 4\d\d/];

describe("each public page", () => {
  let browser: Browser;
  let pages: PublicPage[];
  beforeAll(async () => {
    browser = await openBrowser();
    pages = await publicPages(origin);
  });
  afterAll(() => browser.close());

  it.each([
    ["light, on a phone", { ...phone, colorScheme: "light" }],
    ["dark, on a desk", { ...desk, colorScheme: "dark" }],
  ] as const)("has nothing that axe finds and fits the screen: %s", async (_look, options) => {
    const found: string[] = [];
    await withPage(
      browser,
      options,
      async (page) => {
        for (const { name, path, prepare, status = 200 } of pages) {
          const response = await page.goto(`${origin}${path}`);
          expect(response?.status(), name).toBe(status);
          await prepare?.(page);
          found.push(...(await violationsOn(page)).map((violation) => `${name}: ${violation}`));
          if ((await overflow(page)) > 0) found.push(`${name}: wider than the screen`);
        }
      },
      ownAnswer,
    );
    expect(found).toEqual([]);
  });

  it("is light: style included, compressed", async () => {
    const sizes: Record<string, number> = {};
    for (const { name, path } of pages) {
      const response = await fetch(`${origin}${path}`);
      const html = await response.text();
      const linked = [...html.matchAll(/<(?:link|script)[^>]+(?:href|src)="([^"]+\.(?:css|js))"/g)].map((match) => new URL(match[1] ?? "", `${origin}${path}`));
      const parts = [html, ...(await Promise.all(linked.map(async (url) => (await fetch(url)).text())))];
      sizes[name] = parts.reduce((sum, part) => sum + gzipSync(part, { level: 6 }).length, 0);
    }
    expect(Object.keys(sizes).length).toBeGreaterThan(8);
    expect(Object.entries(sizes).filter(([, bytes]) => bytes > mostBytes)).toEqual([]);
  });

  it("finds what is wrong where something is (control)", async () => {
    await withPage(browser, phone, async (page) => {
      await page.setContent(
        '<!doctype html><html><body><img src="data:,"><p style="color:#bbb;width:600px">faint and wide</p><input name="email"></body></html>',
      );
      const rules = (await violationsOn(page)).map((violation) => violation.split(":")[0]);
      expect(rules).toEqual(expect.arrayContaining(["color-contrast", "document-title", "html-has-lang", "image-alt", "label"]));
      expect(await overflow(page)).toBeGreaterThan(0);
    });
  });
});
