import { randomUUID } from "node:crypto";
import { signUpByJson } from "../../e2e/sign-ups.ts";
import { publishEvent } from "./publish-event.ts";
import type { Screen } from "./screen.ts";

const people = 2000;
const firstNames = ["Alma", "Bruno", "Chen", "Dolores", "Emeka", "Farah", "Grace", "Hugo", "Imani", "Jonas"];
const lastNames = ["Abara", "Becker", "Castillo", "Dubois", "Eriksen", "Fontaine", "Garcia", "Haddad"];

export const rosterOf2000: Screen = {
  name: "roster of 2,000",
  async prepare(page, origin) {
    const event = await publishEvent(page, origin, { capacity: people - 100, partySizeLimit: 1, waitlistLimit: 1000 });
    const session = event.sessions[0]?.id ?? "";
    const signUp = async (name: string) => {
      const { status } = await signUpByJson(origin, session, {
        name,
        email: `${name.replaceAll(" ", ".").toLowerCase()}.${randomUUID().slice(0, 8)}@example.org`,
      });
      if (status !== 201 && status !== 202) throw new Error(`a sign-up was answered ${status}`);
    };
    let next = 0;
    const nameOf = (index: number) => `${firstNames[index % firstNames.length]} ${lastNames[Math.floor(index / firstNames.length) % lastNames.length]}`;
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        while (next < people) await signUp(nameOf(next++));
      }),
    );
    return {
      url: `${origin}/admin/sessions/${session}`,
      scroller: "[aria-label='Table of people']",
      row: "[data-sign-up]",
      search: { label: "Search", words: ["haddad", "alma", "becker", "zoe"] },
      async change() {
        const name = `Zoe ${randomUUID().slice(0, 8)}`;
        await signUp(name);
        return name;
      },
    };
  },
};
