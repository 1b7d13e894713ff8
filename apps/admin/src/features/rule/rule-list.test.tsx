import { defineAgency, subjectsOf, withRules } from "@cte-partnerships/domain/agency";
import { commissionProxy } from "@cte-partnerships/domain/commission";
import { nyc } from "@cte-partnerships/domain/nyc";
import { evaluate, rulesOn, type Subject } from "@cte-partnerships/domain/rule";
import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderConsole } from "../../../test/render-console.tsx";
import { sentences, subjects } from "../../lib/agency.ts";
import { fieldOf } from "../../lib/schema-field.ts";
import { inShort } from "./explanation-words.ts";
import { factName } from "./labels.ts";
import { matchingRules } from "./matching-rules.ts";
import { RuleRow } from "./rule-row.tsx";
import { Verdicts } from "./verdicts.tsx";

const on = "2026-11-24";
const proxy = commissionProxy();

/** An agency that does without one rule from a day on. */
const other = withRules(
  defineAgency({
    id: "other",
    title: "Other",
    office: { title: "Office" },
    zone: nyc.zone,
    boroughs: [],
    commissions: [],
    schools: [],
    activityTypes: [],
    calendar: [],
  }),
  {
    subjects: { "commission-proxy": proxy },
    rules: { switchedOff: [{ ruleId: "commission-proxy.meets-twice", because: "Our councils meet every month.", from: "2026-07-01" }] },
  },
);
const ours = subjectsOf(other)["commission-proxy"];

describe("the list of rules", () => {
  it("finds a rule by each word of its title, source and id, and says nothing of questions without one", () => {
    const found = (words: string) => matchingRules(subjects, { on, words }).flatMap(({ rules }) => rules.map(({ id }) => id));
    expect(found("REVIEWERS self-study commission-proxy")).toEqual(["commission-proxy.reviewers-apart"]);
    expect(found("reviewers no-such-word")).toEqual([]);
    expect(found("").length).toBe(subjects.reduce((sum, { rules }) => sum + rules.on(on).length, 0));
  });

  it("shows each question's rules as of a day, and which are not in force then", () => {
    for (const { subject, rules, notInForce } of matchingRules(subjects, { on: "2019-01-01", words: "" })) {
      expect(rules).toEqual(subject.rules.on("2019-01-01"));
      expect([...rules.map(({ id }) => id), ...notInForce].sort()).toEqual([...subject.rules.ids()].sort());
    }
  });

  it("tells a rule that the agency has switched off, from the day that it did", async () => {
    const [before, after] = ["2026-06-30", "2026-07-01"].map((day) => matchingRules([ours], { on: day as typeof on, words: "", standing: "switched_off" }));
    expect([before?.length, after?.[0]?.rules.map(({ id }) => id)]).toEqual([0, ["commission-proxy.meets-twice"]]);
    const rule = ours.rules.find("commission-proxy.meets-twice", on);
    if (!rule) throw new Error("the rule stays in its place");
    await renderConsole(
      <ul>
        <RuleRow rule={rule} switchedOff={ours.switchedOff} on={on} />
      </ul>,
    );
    const row = within(screen.getByRole("listitem"));
    expect(row.getByText("Switched off by the agency: Our councils meet every month.")).toBeTruthy();
    expect(row.getByText("Switched off")).toBeTruthy();
    expect(row.getByRole("link").getAttribute("href")).toBe(rule.url);
  });
});

describe("verdicts", () => {
  const words = {};
  const nameOf = (path: string) => factName("commission-proxy", path.split("."), { form: fieldOf(proxy.facts), words, language: "en" });

  it("are told in short with how many of those that count are met", () => {
    const said = (facts: object, day: typeof on = on, language: "en" | "es" = "en") =>
      inShort(evaluate(rulesOn<object>(proxy as unknown as Subject, day), facts), language);
    expect(said({ reviewersOnSelfStudyTeam: 1 })).toBe("Not met: 0 of 8 rules that count are met");
    expect(said({})).toBe("Not known: 0 of 8 rules that count are met");
    expect(said({}, "1999-12-31" as typeof on)).toBe("No rule of this question was in force on that day");
    expect(said({ reviewersOnSelfStudyTeam: 1 }, on, "es")).toBe("No se cumple: se cumplen 0 de las 8 normas que cuentan");
    expect(said({}, "1999-12-31" as typeof on, "es")).toBe("Ninguna norma de esta pregunta estaba vigente ese día");
  });

  it("lead to each missing fact by its name, and say what was switched off", async () => {
    const asked: string[] = [];
    await renderConsole(
      <Verdicts
        subject={ours}
        evaluation={evaluate(rulesOn<object>(ours as unknown as Subject, on), {})}
        language="en"
        nameOf={nameOf}
        onFact={(path) => asked.push(path)}
      />,
    );
    const [first] = screen.getAllByRole("button", { name: "Career cluster of the program" });
    first?.click();
    expect(asked).toEqual(["programClusterId"]);
    expect(screen.getByText(/Our councils meet every month/)).toBeTruthy();
  });

  it("leave no sentence in English where they are told in Spanish, and mark each as Spanish", async () => {
    const { container } = await renderConsole(
      <Verdicts
        subject={ours}
        evaluation={evaluate(rulesOn<object>(ours as unknown as Subject, on), { reviewersOnSelfStudyTeam: 1 })}
        language="es"
        nameOf={(path) => factName("commission-proxy", path.split("."), { form: fieldOf(proxy.facts), words: sentences, language: "es" })}
        onFact={() => undefined}
      />,
    );
    const rest = container.cloneNode(true) as HTMLElement;
    for (const part of rest.querySelectorAll("style, [lang=es]")) part.remove();
    // Where a rule comes from is told in the words of its source.
    for (const source of rest.querySelectorAll("a[href]")) source.parentElement?.remove();
    expect(rest.textContent).toBe("");
  });
});
