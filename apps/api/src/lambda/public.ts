import { handle } from "hono/aws-lambda";
import { buildPublicApp } from "../public-app.ts";
import { depsFromEnvironment } from "./environment.ts";

/** The public site and its JSON, behind a function URL that only the edge may call. */
export const handler = handle(buildPublicApp(depsFromEnvironment("public"), { openApiFile: new URL("./openapi.json", import.meta.url) }));
