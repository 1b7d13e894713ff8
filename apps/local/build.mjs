// Three programs: the application, and the two helpers that it starts as processes of their own.
import { build, context } from "esbuild";

/** Packages that find files beside themselves stay where they are; everything else goes into one quick-loading file each. */
const staysOutside = ["@cte-partnerships/dynamodb-local", "aws-ses-v2-local", "oidc-provider"];

const options = {
  entryPoints: { main: "src/main.ts", openid: "src/openid.ts", mailbox: "src/mailbox.ts" },
  outdir: "dist",
  bundle: true,
  splitting: true,
  platform: "node",
  target: "node24",
  format: "esm",
  mainFields: ["module", "main"],
  external: staysOutside,
  jsx: "automatic",
  jsxImportSource: "hono/jsx",
  sourcemap: "linked",
  sourcesContent: false,
  logLevel: "warning",
  // CommonJS packages in the bundle ask for Node's own modules by require.
  banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
};

if (process.argv.includes("--watch")) {
  const watching = await context({
    ...options,
    plugins: [{ name: "tell", setup: (build) => build.onEnd(({ errors }) => void (errors.length === 0 && process.send?.("built"))) }],
  });
  await watching.watch();
} else {
  await build(options);
}
