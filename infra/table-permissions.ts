import { liveTable } from "./data.ts";
import { type FunctionName, reach, type TableGrant } from "./reach.ts";

/** A function's grants as statements: one for each action at each place, so that a policy reads as its table in `reach.ts`. */
export function tablePermissions(name: FunctionName) {
  return [...merged(reach[name])].map(([place, partitions]) => {
    const [at = "", action = ""] = place.split(" ");
    return {
      actions: [`dynamodb:${action}`],
      resources: [at === "table" ? liveTable.arn : $interpolate`${liveTable.arn}/index/${at}`],
      conditions: [
        { test: "ForAllValues:StringLike", variable: "dynamodb:LeadingKeys", values: [...partitions].sort() },
        // "For all values" also holds where there are none: a request without keys must not slip through.
        { test: "Null", variable: "dynamodb:LeadingKeys", values: ["false"] },
      ],
    };
  });
}

function merged(grants: readonly TableGrant[]): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  for (const { at, actions, partitions } of grants) {
    for (const action of actions) {
      const place = `${at} ${action}`;
      places.set(place, new Set([...(places.get(place) ?? []), ...partitions]));
    }
  }
  return new Map([...places].sort(([a], [b]) => (a < b ? -1 : 1)));
}
