// `npm test`: everything that must hold before a change goes in, on a fresh clone too, in under ten minutes on two cores.
import { admin, api, browser, build, domain, infra, interchange, lint, local, rooms, runChecks, size, types, unused } from "./checks.mjs";
import { main } from "./workspace.mjs";

await main(() =>
  runChecks([lint, build, types, rooms, unused, size, infra, domain, interchange, api, admin, local, browser], { needsDatabase: true, needsBrowser: true }),
);
