import { longStanding } from "../../reference/long-standing.ts";
import type { BoroughRow } from "../agency.ts";
import type { Written } from "../written-agency.ts";

const borough = <const Id extends `bor_${string}`>(id: Id, label: string, ...aliases: string[]) =>
  ({
    id,
    label,
    aliases,
    from: longStanding,
    authority: "local_law",
    citation: "New York City Administrative Code, section 2-202",
    retrievedOn: "2026-11-01",
    // Everybody knows the five boroughs; nobody here read the section.
    confidence: "unverified",
  }) as const satisfies Written<BoroughRow>;

/** The five boroughs, each a county of the state under the name that stands behind it. */
export const boroughs = [
  borough("bor_bronx", "Bronx", "The Bronx", "Bronx County"),
  borough("bor_brooklyn", "Brooklyn", "Kings County"),
  borough("bor_manhattan", "Manhattan", "New York County"),
  borough("bor_queens", "Queens", "Queens County"),
  borough("bor_staten-island", "Staten Island", "Richmond County"),
] as const;
