import { nyc } from "@cte-partnerships/domain/nyc";
import type { Subject, Words } from "@cte-partnerships/domain/rule";
import type { Zone } from "@cte-partnerships/domain/shared";
import { words } from "@cte-partnerships/domain/words";
import { Stop } from "./exit-code.ts";

/** What the command needs of an agency. */
export interface Office {
  title: string;
  zone: Zone;
  subjects: readonly Subject[];
  words: Words;
}

const isOffice = (value: unknown): value is Office => typeof value === "object" && value !== null && ["title", "zone", "subjects"].every((key) => key in value);

/** New York City's office, or the agency that a module exports. */
export async function officeOf(module: string | undefined, load: (module: string) => Promise<object>): Promise<Office> {
  if (module === undefined) return { title: nyc.title, zone: nyc.zone, subjects: [], words };
  const exported = await loaded(module, load);
  const offices = Object.values(exported).filter(isOffice);
  const [office, ...others] = new Set(offices);
  if (!office || others.length > 0) throw new Stop("input", `${module} must export one agency, as defineAgency gives it; it exports ${offices.length}.`);
  return { ...office, words: { ...words, ...office.words } };
}

async function loaded(module: string, load: (module: string) => Promise<object>): Promise<object> {
  try {
    return await load(module);
  } catch (error) {
    throw new Stop("input", `${module} cannot be loaded: ${(error as Error).message}`);
  }
}
