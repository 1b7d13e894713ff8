import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cyclesIn, faultsIn, rules } from "./rooms.ts";
import { listFiles, readSource, readSources, root, type Source } from "./sources.ts";

const sources = readSources();

/** For each rule an import that it must refuse, so that no rule passes by never looking. */
const forbidden: Record<string, [path: string, text: string][]> = {
  "the domain imports zod alone": [["packages/domain/src/event/a.ts", 'import { Hono } from "hono";']],
  "a noun of the domain imports only earlier nouns": [
    ["packages/domain/src/event/a.ts", 'import type { SignUp } from "../sign-up/sign-up.ts";'],
    ["packages/domain/src/event/b.ts", 'export * from "../access/may.ts";'],
  ],
  "no import leaves its package but by the package's name": [["apps/local/src/a.ts", 'import { signUp } from "../../api/src/sign-up/sign-up.ts";']],
  "the table's shape imports nothing": [["apps/api/src/table/shape.ts", 'import * as z from "zod";']],
  "the table knows no noun and no HTTP": [["apps/api/src/table/a.ts", 'import { findEvent } from "../event/store.ts";']],
  "a store speaks to the table and to no one above it": [
    ["apps/api/src/event/store.ts", 'import { HTTPException } from "hono/http-exception";'],
    ["apps/api/src/sign-up/seats-store.ts", 'import { publish } from "../event/publish.ts";'],
  ],
  "a use case knows neither HTTP nor AWS": [
    ["apps/api/src/event/publish.ts", 'import type { Context } from "hono";'],
    ["apps/api/src/event/close.ts", 'import { GetCommand } from "@aws-sdk/lib-dynamodb";'],
    ["apps/api/src/event/cancel.ts", 'import { problem } from "../http/problem.ts";'],
  ],
  "a door asks use cases, never a store or the table": [
    ["apps/api/src/event/admin-routes.ts", 'import { findEvent } from "./store.ts";'],
    ["apps/api/src/event/pages.tsx", 'const { shape } = await import("../table/shape.ts");'],
  ],
  "what all doors share knows no noun's store": [["apps/api/src/http/a.ts", 'import { findEvent } from "../event/store.ts";']],
  "a console feature stands alone": [
    ["apps/admin/src/features/event/a.tsx", 'import { Roster } from "../sign-up/roster.tsx";'],
    ["apps/admin/src/features/event/parts/b.tsx", 'import { Route } from "../../../routes/events.tsx";'],
  ],
  "the console reaches the API through lib/api/ alone": [["apps/admin/src/lib/query.ts", 'import type { EventList } from "@cte-partnerships/api/client";']],
  "the console's ui/ knows no noun": [["apps/admin/src/ui/a.tsx", 'import type { Event } from "@cte-partnerships/domain";']],
  "the console's lib/ is below its features": [["apps/admin/src/lib/a.ts", 'import { EventTable } from "../features/event/event-table.tsx";']],
  "the deployment reads one constant of the code": [["infra/data.ts", 'import { openTable } from "../apps/api/src/table/client.ts";']],
};
/** What the samples above lean on. */
const surroundings = readSource("apps/api/src/event/publish.ts", 'import { findEvent } from "./store.ts";');

describe("rooms", () => {
  it("finds the house to look at", () => {
    expect(sources.length).toBeGreaterThan(40);
    for (const room of ["packages/domain/src/", "apps/api/src/table/", "apps/admin/", "apps/local/"])
      expect(sources.some(({ path }) => path.startsWith(room))).toBe(true);
  });

  it.each(rules.map((rule) => [rule.name, rule] as const))("%s", (name, rule) => {
    for (const [path, text] of forbidden[name] ?? []) expect(faultsIn([surroundings, readSource(path, text)], [rule]), `control: ${path}`).toHaveLength(1);
    expect(forbidden[name]?.length ?? 0, "a control").toBeGreaterThan(0);
    expect(faultsIn(sources, [rule])).toEqual([]);
  });

  it("has no file that imports itself in a circle", () => {
    const circle = [
      readSource("apps/api/src/event/a.ts", 'import { b } from "./b.ts";'),
      readSource("apps/api/src/event/b.ts", 'import { c } from "./c.ts";'),
      readSource("apps/api/src/event/c.ts", 'import type { A } from "./a.ts";'),
    ];
    expect(cyclesIn(circle), "control").toEqual(["apps/api/src/event/a.ts → apps/api/src/event/b.ts → apps/api/src/event/c.ts → apps/api/src/event/a.ts"]);
    expect(cyclesIn(sources)).toEqual([]);
  });
});

/** Words that a file must not say, and the files that are looked at. */
const spoken: { name: string; from: RegExp; except?: RegExp; word: RegExp; control: [path: string, text: string] }[] = [
  {
    name: "the domain has no clock, no chance and no environment",
    from: /^packages\/domain\/src\//,
    except: /\.(test|property)\.ts$/,
    word: /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bfetch\(|\bconsole\./,
    control: ["packages/domain/src/event/a.ts", "export const isOver = () => Date.now() > 0;"],
  },
  {
    name: "only a deployed function's entry reads the environment",
    from: /^apps\/api\/src\//,
    except: /^apps\/api\/src\/lambda\/|\.test\.tsx?$/,
    word: /\bprocess\.env\b/,
    control: ["apps/api/src/event/a.ts", "export const table = process.env.TABLE;"],
  },
  {
    name: "nothing in the console or on a page writes HTML by hand",
    from: /^apps\/(admin|api)\/src\//,
    except: /\.test\.tsx?$/,
    word: /dangerouslySetInnerHTML|\.innerHTML\b/,
    control: ["apps/admin/src/features/event/a.tsx", "export const A = () => <p dangerouslySetInnerHTML={{ __html: name }} />;"],
  },
  {
    name: "tokens are verified by jose, never by Hono's own",
    from: /^apps\//,
    word: /from "hono\/(jwt|jwk)"/,
    control: ["apps/api/src/access/a.ts", 'import { verify } from "hono/jwt";'],
  },
];

const says = (all: readonly Source[], { from, except, word }: (typeof spoken)[number]) =>
  all
    .filter(({ path }) => from.test(path) && !except?.test(path))
    .flatMap(({ path, text }) =>
      text.split("\n").flatMap((line, index) => (word.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
    );

describe("words", () => {
  it.each(spoken.map((rule) => [rule.name, rule] as const))("%s", (_name, rule) => {
    expect(says([readSource(...rule.control)], rule), "control").toHaveLength(1);
    expect(says(sources, rule)).toEqual([]);
  });

  it("names no file after what could be anything", () => {
    const isVague = /(^|[/-])(utils?|helpers?|common|misc|manager|data|info|v2)\.(ts|tsx|mjs)$/;
    expect("apps/api/src/event/event-utils.ts").toMatch(isVague);
    // infra/data.ts holds the deployment's data stores: there the word is the thing.
    expect(sources.map(({ path }) => path).filter((path) => isVague.test(path) && path !== "infra/data.ts")).toEqual([]);
  });

  it("mentions no place outside the repository", () => {
    // Put together here, so that this file does not find itself.
    const outside = new RegExp([["/", "work/"].join(""), ["\\.\\./", "shared/(notes|design|source)"].join("")].join("|"));
    const texts = listFiles().filter((path) => /\.(ts|tsx|mjs|json|md|yml|yaml|css|html|svg)$/.test(path) || path === ".ci/run");
    expect(`see ../${"shared/notes/data.md"}`).toMatch(outside);
    expect(texts.filter((path) => outside.test(readFileSync(join(root, path), "utf8")))).toEqual([]);
  });

  it("keeps every file short enough to be read in one sitting", () => {
    const longest = (path: string) => (/\.test\.tsx?$/.test(path) ? 600 : 400);
    /** Each with its reason. */
    const exceptions: Record<string, string> = {};
    const tooLong = sources.filter(({ path, text }) => !path.endsWith(".gen.ts") && !(path in exceptions) && text.split("\n").length > longest(path));
    expect(tooLong.map(({ path, text }) => `${path}: ${text.split("\n").length} lines`)).toEqual([]);
  });
});

describe("package.json", () => {
  const packages = listFiles()
    .filter((path) => /^(apps|packages)\/[^/]+\/package\.json$/.test(path))
    .map((path) => ({
      folder: path.replace("/package.json", ""),
      json: JSON.parse(readFileSync(join(root, path), "utf8")) as Record<string, Record<string, string>>,
    }));
  const lists = (folder: string, ...kinds: string[]) =>
    kinds.flatMap((kind) => Object.keys(packages.find((found) => found.folder === folder)?.json[kind] ?? {}));

  it("lets the domain depend on zod alone, as a peer", () => {
    expect(lists("packages/domain", "dependencies")).toEqual([]);
    expect(lists("packages/domain", "peerDependencies")).toEqual(["zod"]);
  });

  it.each([
    ["apps/admin", /^@aws-|^@hono\/node|^oidc-provider$|^jose$|local$/],
    ["apps/api", /^react|^@mantine|^@tanstack|^oidc-provider$|^aws-ses-v2-local$/],
    ["packages/interchange", /^@aws-|^hono|^react|^@mantine|^nodemailer$/],
    ["packages/dynamodb-local", /^@cte-partnerships\/|^hono|^react/],
  ])("keeps out of %s what belongs to another room", (folder, foreign) => {
    expect(lists(folder, "dependencies").filter((name) => foreign.test(name))).toEqual([]);
  });

  it("lists everything that a package's files import", () => {
    const nameOf = (specifier: string) =>
      specifier
        .split("/")
        .slice(0, specifier.startsWith("@") ? 2 : 1)
        .join("/");
    const missing = sources.flatMap(({ path, imports }) => {
      const folder = /^(?:apps|packages)\/[^/]+/.exec(path)?.[0];
      if (!folder) return [];
      const isShipped = path.startsWith(`${folder}/src/`) && !/\.(test|property)\.tsx?$|\/vitest\.ts$/.test(path);
      const listed = lists(folder, "dependencies", "peerDependencies", ...(isShipped ? [] : ["devDependencies"]));
      const own = packages.find((found) => found.folder === folder)?.json.name as unknown as string;
      return (
        imports
          .filter((target) => !/^(apps|packages|infra|scripts|test)\/|^(node|data):/.test(target))
          .map(nameOf)
          .filter((name) => !listed.includes(name) && name !== own)
          // Types alone are no dependency of what is shipped.
          .filter((name) => !lists(folder, "devDependencies").includes(`@types/${name}`))
          .map((name) => `${path} imports ${name}`)
      );
    });
    expect(missing).toEqual([]);
  });
});
