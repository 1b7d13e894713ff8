// `pnpm mutate [noun …]`: mutation testing of the domain's nouns that are named, or of all of them, which takes hours.
import { mutation, runChecks } from "./checks.mjs";
import { main } from "./workspace.mjs";

const nouns = process.argv.slice(2).filter((word) => word !== "--");
await main(() => runChecks([mutation(...nouns)]));
