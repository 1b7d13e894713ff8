// `npm test`: everything that must hold before a change goes in, on a fresh clone too, in under ten minutes on two cores.
import { admin, api, beside, browser, build, domain, infra, interchange, lint, local, rooms, runChecks, size, types, unused } from "./checks.mjs";
import { main } from "./workspace.mjs";

await main(() =>
  // The browser waits for pages half of its time: the other tests run meanwhile.
  runChecks([lint, build, types, rooms, unused, size, beside(browser, [infra, domain, interchange, api, admin, local])], {
    needsDatabase: true,
    needsBrowser: true,
  }),
);
