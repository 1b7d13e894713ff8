// `npm test`: everything that must hold before a change goes in, on a fresh clone too, in under ten minutes on two cores.
import { admin, api, browser, build, domain, infra, interchange, lint, local, rooms, runChecks, sideBySide, size, types, unused } from "./checks.mjs";
import { main } from "./workspace.mjs";

await main(() =>
  // The browser waits for pages half of its time: other tests run meanwhile.
  runChecks([lint, build, types, rooms, unused, size, sideBySide([infra, domain, api, local], [browser, admin, interchange])], {
    needsDatabase: true,
    needsBrowser: true,
  }),
);
