import { beHelper } from "./helper-process.ts";
import { type ProviderSettings, serveProvider } from "./openid/provider.ts";

await beHelper<ProviderSettings>(serveProvider);
