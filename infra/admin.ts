import { deployedFunction } from "./deployed-function.ts";
import { clientAddressHeader, consoleRouter } from "./edge.ts";
import { settings } from "./stage.ts";

/** Sign-in and the console's API, on the console's own hostname: whatever is not one of its files. */
export const adminApi = deployedFunction("AdminApi", {
  bundle: "admin",
  timeout: "10 seconds",
  environment: { CLIENT_ADDRESS_HEADER: clientAddressHeader, ...(settings.firstDirector ? { FIRST_DIRECTOR: settings.firstDirector } : {}) },
  url: { router: { instance: consoleRouter }, cors: false },
});

/** The console's files, below /admin of the same hostname, as on one machine. Built beforehand: the same files on every stage. */
export const console = new sst.aws.StaticSite("Console", {
  path: "apps/admin/dist",
  router: { instance: consoleRouter, path: "/admin" },
  assets: {
    fileOptions: [
      // Asked for anew each time, the page above all, and whatever is not named after its content.
      { files: "**", cacheControl: "no-cache" },
      { files: "assets/**", cacheControl: "public, max-age=31536000, immutable" },
    ],
  },
});
