import { renameSync } from "node:fs";
import { join } from "node:path";
import { environmentOf, type FunctionName, functionNames, linksOf, type Surroundings, seal } from "../../test/functions/deployment.ts";

/** What each function is told, its secrets sealed into a folder beside and not within what is deployed from here. */
export const sealedEnvironments = (sealed: string, at: Surroundings): ReadonlyMap<FunctionName, Record<string, string>> =>
  new Map(
    functionNames.map((name) => {
      const { SST_KEY = "", SST_KEY_FILE = "" } = seal(sealed, linksOf(name));
      const file = join(sealed, `${name}.enc`);
      renameSync(join(sealed, SST_KEY_FILE), file);
      return [name, { ...environmentOf(name, at), SST_KEY, SST_KEY_FILE: file }];
    }),
  );
