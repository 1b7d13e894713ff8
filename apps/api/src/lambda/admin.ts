import { handle } from "hono/aws-lambda";
import * as z from "zod";
import { buildAdminApp } from "../admin-app.ts";
import { depsFromEnvironment } from "./environment.ts";
import { linkedTo } from "./linked.ts";

const linked = linkedTo(process.env);
const setting = (name: string, schema: z.ZodType<string>) => z.object({ value: schema }).parse(linked(name)).value;

/** The provider that says who the office's people are. Over plain http none is taken here: that is for one machine alone. */
const openid = {
  issuer: setting("OpenIdIssuer", z.url({ protocol: /^https$/ })),
  clientId: setting("OpenIdClientId", z.string().min(1)),
  clientSecret: setting("OpenIdClientSecret", z.string().min(1)),
};

/** The deployed function behind the console: sign-in and the console's API. */
export const handler = handle(buildAdminApp(depsFromEnvironment("admin"), { openid }));
