import type { Person } from "./openid/people.ts";

/** The table that a start ends with: where everything is, and who can sign in. */
export function addressTable(origin: string, mailbox: string | undefined, people: readonly Person[]): string {
  const rows: [string, string, string][] = [
    ["Public site", `${origin}/`, "what people see who sign up"],
    ["Console", `${origin}/admin`, `choose who signs in, no password:`],
    ...people.map((person): [string, string, string] => ["", "", `${person.name} – ${person.title}`]),
    ["Mailbox", mailbox ?? "off", "every mail that was sent"],
    ["API", `${origin}/api/openapi.json`, "the description of all routes"],
    ["Health", `${origin}/healthz`, "each part, and what was given up"],
  ];
  const width = (column: 0 | 1 | 2) => Math.max(...rows.map((row) => row[column].length));
  const widths = [width(0), width(1), width(2)] as const;
  const rule = `  ${"─".repeat(widths[0] + widths[1] + widths[2] + 4)}`;
  const lines = rows.map(([name, address, note]) => `  ${name.padEnd(widths[0])}  ${address.padEnd(widths[1])}  ${note}`.trimEnd());
  return [rule, ...lines, rule].join("\n");
}
