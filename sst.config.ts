/// <reference path="./.sst/platform/config.d.ts" />

/** What is deployed, and where. The parts are in `infra/`, one concern a file; SST allows no import here before `run`. */
export default $config({
  app(input) {
    const isPermanent = input.stage === "production" || input.stage === "staging";
    return {
      name: "cte-partnerships",
      home: "aws",
      version: ">= 4.17.0",
      // Tables and buckets of a permanent stage outlive it, and `sst remove` is refused there altogether.
      removal: isPermanent ? "retain" : "remove",
      protect: isPermanent,
      providers: { aws: { region: "us-east-1", defaultTags: { tags: { app: "cte-partnerships", stage: input.stage } } } },
    };
  },
  async run() {
    // First of all, since it holds for every function that is made after it.
    await import("./infra/defaults.ts");
    const { isPermanent } = await import("./infra/stage.ts");
    const { consoleRouter, publicRouter } = await import("./infra/edge.ts");
    const { liveTable } = await import("./infra/data.ts");
    await import("./infra/api.ts");
    await import("./infra/admin.ts");
    await import("./infra/email.ts");
    await import("./infra/jobs.ts");
    if (isPermanent) {
      await import("./infra/alarms.ts");
      await import("./infra/budget.ts");
      await import("./infra/dashboard.ts");
    }
    return { publicSite: publicRouter.url, console: $interpolate`${consoleRouter.url}/admin/`, table: liveTable.name };
  },
});
