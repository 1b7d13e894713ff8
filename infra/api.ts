import { deployedFunction } from "./deployed-function.ts";
import { clientAddressHeader, publicRouter } from "./edge.ts";
import { settings } from "./stage.ts";

/** The public site and its JSON: everything that needs no session, and no secret of the console. */
export const publicApi = deployedFunction("PublicApi", {
  bundle: "public",
  // The application answers within three seconds, whatever happens; the rest is for a slow start.
  timeout: "10 seconds",
  environment: {
    CLIENT_ADDRESS_HEADER: clientAddressHeader,
    ...(settings.embedOrigins.length > 0 ? { EMBED_ORIGINS: settings.embedOrigins.join(" ") } : {}),
  },
  ...(settings.publicConcurrency ? { concurrency: { reserved: settings.publicConcurrency } } : {}),
  url: { router: { instance: publicRouter }, cors: false },
});
