import type { Source } from "./sources.ts";

/** Who may import whom (docs/decisions/001-rooms-and-slices.md). Each rule looks at one import and says what is wrong with it. */

export interface Rule {
  name: string;
  /** The importing files. */
  from: RegExp;
  except?: RegExp;
  /** What is wrong with an import, in the words of the place to go instead; undefined: nothing. */
  fault(target: string, source: Source, sources: ReadonlyMap<string, Source>): string | undefined;
}

/** A noun of the domain imports only those before it. */
export const nouns = [
  "shared",
  "reference",
  "rule",
  "partner",
  "school",
  "commission",
  "activity",
  "opportunity",
  "event",
  "sign-up",
  "participation",
  "report",
  "access",
  "agency",
  "interchange",
  "words",
];

const isTest = /(\.test\.tsx?|\.property\.ts)$|\/(test|e2e|bench)\//;
/** What speaks to the table for a noun: its stores, and the lease of settling. */
const isStore = /^apps\/api\/src\/[^/]+\/(([a-z-]+-)?store|lease)\.ts$/;
/** What speaks HTTP for a noun: routes, pages and their parts, and what stands before every route of the console. */
const isDoor =
  /^apps\/api\/src\/(?!mail\/|http\/)[^/]+\/(([a-z-]+-)?(routes|pages)\.ts|(form|field)-[a-z-]+\.ts|[a-z-]+\.tsx)$|^apps\/api\/src\/access\/(authenticate|policy|refuse-cross-site|session-cookie|admin-env)\.ts$/;
const isHttpPackage = /^(hono|@hono)(\/|$)/;
const isAwsPackage = /^@aws-(sdk|lambda-powertools)\//;

const nounOf = (path: string): string | undefined => /^packages\/domain\/src\/([^/]+)\//.exec(path)?.[1];
const featureOf = (path: string): string | undefined => /^apps\/admin\/src\/features\/([^/]+)\//.exec(path)?.[1];
const packageOf = (path: string): string => /^((?:apps|packages)\/[^/]+)\//.exec(path)?.[1] ?? "";
const isPath = (target: string) => /^(apps|packages|infra|scripts|test|docs)\//.test(target);

export const rules: Rule[] = [
  {
    name: "the domain imports zod alone",
    from: /^packages\/domain\/src\//,
    except: isTest,
    fault: (target) => (isPath(target) || target === "zod" ? undefined : "the domain imports zod and nothing else"),
  },
  {
    name: "a noun of the domain imports only earlier nouns",
    from: /^packages\/domain\/src\/[^/]+\//,
    except: isTest,
    fault: (target, { path }) => {
      const [mine, theirs] = [nounOf(path), nounOf(target)];
      if (!mine || !theirs) return undefined;
      if (!nouns.includes(mine)) return `${mine} is not in the list of nouns: give it its place in test/rooms.ts`;
      return nouns.indexOf(theirs) > nouns.indexOf(mine) ? `${theirs} comes after ${mine}` : undefined;
    },
  },
  {
    name: "no import leaves its package but by the package's name",
    from: /^(apps|packages)\//,
    fault: (target, { path }) =>
      isPath(target) && packageOf(target) !== packageOf(path) ? "import another package by its name: its exports are its door" : undefined,
  },
  {
    name: "the table's shape imports nothing",
    from: /^apps\/api\/src\/table\/shape\.ts$/,
    fault: () => "shape.ts is read by the deployment too: it imports nothing",
  },
  {
    name: "the table knows no noun and no HTTP",
    from: /^apps\/api\/src\/table\//,
    except: isTest,
    fault: (target) =>
      isHttpPackage.test(target) || (/^apps\/api\/src\/[^/]+\//.test(target) && !target.startsWith("apps/api/src/table/"))
        ? "table/ is below every noun and every door"
        : undefined,
  },
  {
    name: "a store speaks to the table and to no one above it",
    from: isStore,
    fault: (target, _source, sources) => {
      if (isHttpPackage.test(target) || isDoor.test(target) || /^apps\/api\/src\/(http|lambda)\//.test(target)) return "a store knows no HTTP";
      // A use case is whatever asks a store.
      const isUseCase = !isStore.test(target) && sources.get(target)?.imports.some((asked) => isStore.test(asked));
      return isUseCase ? "a store never calls a use case: hand it what it needs" : undefined;
    },
  },
  {
    name: "a use case knows neither HTTP nor AWS",
    from: /^apps\/api\/src\/(?!table\/|http\/|lambda\/)[^/]+\//,
    except: new RegExp(`${isTest.source}|${isStore.source}|${isDoor.source}`),
    fault: (target) => {
      if (isHttpPackage.test(target) || isDoor.test(target) || target.startsWith("apps/api/src/http/"))
        return "answer HTTP in *-routes.ts: a use case returns refusals by code";
      if (isAwsPackage.test(target)) return "speak to AWS in a store or in lambda/";
      return target.startsWith("apps/api/src/lambda/") ? "lambda/ calls use cases, never the other way" : undefined;
    },
  },
  {
    name: "a door asks use cases, never a store or the table",
    from: isDoor,
    fault: (target) => {
      if (isStore.test(target) || target.startsWith("apps/api/src/table/")) return "ask a use case, never a store or the table";
      if (isAwsPackage.test(target)) return "a door speaks HTTP and nothing else";
      return target.startsWith("apps/api/src/lambda/") ? "lambda/ mounts the doors, never the other way" : undefined;
    },
  },
  {
    name: "what all doors share knows no noun's store",
    from: /^apps\/api\/src\/http\//,
    except: isTest,
    fault: (target) =>
      isStore.test(target) || isDoor.test(target) || target.startsWith("apps/api/src/lambda/") ? "http/ is below the doors and beside the nouns" : undefined,
  },
  {
    name: "a console feature stands alone",
    from: /^apps\/admin\/src\/features\/[^/]+\//,
    except: isTest,
    fault: (target, { path }) => {
      const theirs = featureOf(target);
      if (theirs && theirs !== featureOf(path)) return "a feature never imports another: move what both need to ui/ or lib/";
      return target.startsWith("apps/admin/src/routes/") ? "a feature knows no route" : undefined;
    },
  },
  {
    name: "the console reaches the API through lib/api/ alone",
    from: /^apps\/admin\/src\//,
    except: new RegExp(`${isTest.source}|^apps/admin/src/lib/api(/|-error\\.ts$)`),
    fault: (target) => (target.startsWith("@cte-partnerships/api") || isHttpPackage.test(target) ? "ask lib/api/" : undefined),
  },
  {
    name: "the console's ui/ knows no noun",
    from: /^apps\/admin\/src\/ui\//,
    except: isTest,
    fault: (target) =>
      target.startsWith("@cte-partnerships/") || /^apps\/admin\/src\/(features|routes|lib)\//.test(target) ? "ui/ shows what it is given as props" : undefined,
  },
  {
    name: "the console's lib/ is below its features",
    from: /^apps\/admin\/src\/lib\//,
    except: isTest,
    fault: (target) => (/^apps\/admin\/src\/(features|routes|ui)\//.test(target) ? "lib/ is below features and ui/" : undefined),
  },
  {
    name: "the deployment reads one constant of the code",
    from: /^infra\//,
    fault: (target) =>
      /^(apps|packages)\//.test(target) && target !== "apps/api/src/table/shape.ts"
        ? "infra/ imports apps/api/src/table/shape.ts and nothing else of the code"
        : undefined,
  },
];

export function faultsIn(sources: readonly Source[], asked: readonly Rule[] = rules): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  return asked.flatMap((rule) =>
    sources
      .filter(({ path }) => rule.from.test(path) && !rule.except?.test(path))
      .flatMap((source) =>
        source.imports.flatMap((target) => {
          const fault = rule.fault(target, source, byPath);
          return fault ? [`${source.path} imports ${target}: ${fault}`] : [];
        }),
      ),
  );
}

/** Files that import each other in a circle, each circle once, types included: what is known in a circle cannot be read alone. */
export function cyclesIn(sources: readonly Source[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push([...trail.slice(at), path].join(" → "));
    if (at >= 0 || done.has(path)) return;
    for (const target of byPath.get(path)?.imports ?? []) if (byPath.has(target)) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of sources) walk(path, []);
  return found;
}
