import { handle } from "hono/aws-lambda";
import * as z from "zod";
import { buildAdminApp } from "../admin-app.ts";
import { depsFromEnvironment } from "./environment.ts";

/** The provider that says who the office's people are. Over plain http none is taken here: that is for one machine alone. */
const OpenIdEnvironment = z.object({
  OPENID_ISSUER: z.url({ protocol: /^https$/ }),
  OPENID_CLIENT_ID: z.string().min(1),
  OPENID_CLIENT_SECRET: z.string().min(1),
});

const told = OpenIdEnvironment.parse(process.env);
const openid = { issuer: told.OPENID_ISSUER, clientId: told.OPENID_CLIENT_ID, clientSecret: told.OPENID_CLIENT_SECRET };

/** The deployed function behind the console: sign-in and the console's API. */
export const handler = handle(buildAdminApp(depsFromEnvironment(), { openid }));
