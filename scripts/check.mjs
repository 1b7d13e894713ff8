// `pnpm check`: the quick half of `npm test`, for between two edits. Needs neither Java nor a browser.
import { domain, lint, rooms, runChecks, types, unused } from "./checks.mjs";
import { main } from "./workspace.mjs";

await main(() => runChecks([lint, types, rooms, unused, domain]));
