import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { dialog, type Screen } from "./screen.ts";

const proxyFacts = {
  programClusterId: "construction",
  commissionClusterIds: ["construction"],
  period: { from: "2025-09-01", to: "2026-08-31" },
  meetings: [{ heldOn: "2026-01-15", teachers: 2 }, {}],
  partnersAtReview: [
    { name: "Example Builders", kind: "industry" },
    { name: "Example Electric", kind: "industry" },
  ],
  commissionPartners: [],
};

/** Facts put into a question's form, as somebody does who has them from the command line. */
async function pasteFacts(page: Page, facts: object): Promise<void> {
  await page.getByRole("button", { name: "Paste JSON" }).click();
  await dialog(page);
  await page.getByRole("textbox", { name: "JSON" }).fill(JSON.stringify(facts));
  await page.getByRole("button", { name: "Take these facts" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
}

/** Rules, questions tried out, and commissions. */
export const ruleScreens: Screen[] = [
  { name: "rules", path: "/admin/rules", says: /\d+ rules in \d+ questions/ },
  { name: "rules, none matches", path: `/admin/rules?q=${randomUUID()}`, says: /No rule matches/ },
  { name: "rules of a day before any", path: "/admin/rules?on=1990-01-01", says: /not in force on that day/ },
  { name: "a question, nothing known", path: "/admin/rules/program-approval", says: /Not known: 0 of/ },
  {
    name: "a question, with facts, faults and what is not its own",
    path: "/admin/rules/commission-proxy",
    reach: (page) => pasteFacts(page, { ...proxyFacts, reviewersOnSelfStudyTeam: "none", meetings: "twice", horoscope: 1 }),
    says: /Must be a number/,
  },
  {
    name: "a question in Spanish, and what if",
    path: `/admin/rules/commission-proxy?language=es&against=2020-01-01#facts=${Buffer.from(JSON.stringify(proxyFacts)).toString("base64url")}`,
    reach: async (page) => {
      await page.getByRole("combobox", { name: "If this were otherwise" }).click();
      await page
        .getByRole("option", { name: /1, si no estuviera$/ })
        .first()
        .click();
    },
    says: /Take this over/,
  },
  {
    name: "pasting facts that cannot be read",
    path: "/admin/rules/clearance",
    reach: async (page) => {
      await page.getByRole("button", { name: "Paste JSON" }).click();
      await dialog(page);
      await page.getByRole("textbox", { name: "JSON" }).fill("{");
      await page.getByRole("button", { name: "Take these facts" }).click();
    },
    says: /This is no JSON/,
  },
  { name: "no such question", path: "/admin/rules/horoscope", says: /There is nothing here/ },
  { name: "commissions", path: "/admin/commissions", says: /\d+ commissions as of/ },
  { name: "commissions of a day before any", path: "/admin/commissions?on=1990-01-01", says: /No commission on that day/ },
];
