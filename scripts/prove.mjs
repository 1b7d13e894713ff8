// `pnpm prove`: `npm test` with every trial at full length (PROVE=1: more rounds, more seeds, more kills), then Lighthouse and
// mutation testing of who may do what and of who gets a seat (`pnpm mutate` does any other noun). Under 45 minutes on two cores;
// the figures that cost time are in `pnpm bench`.
import {
  admin,
  api,
  browser,
  build,
  domain,
  infra,
  interchange,
  lighthouse,
  lighthouseConsole,
  lint,
  local,
  mutation,
  rooms,
  runChecks,
  size,
  types,
  unused,
} from "./checks.mjs";
import { main } from "./workspace.mjs";

const checks = [
  lint,
  build,
  types,
  rooms,
  unused,
  size,
  infra,
  domain,
  interchange,
  api,
  admin,
  local,
  browser,
  lighthouse,
  lighthouseConsole,
  mutation("access", "sign-up"),
];
await main(() => runChecks(checks, { needsDatabase: true, needsBrowser: true, env: { PROVE: "1" } }));
