import { type Action, actions, actionsOf, Role } from "../src/index.ts";

const titles: Record<Role, string> = {
  director: "Director",
  coordinator: "Coordinator",
  chair: "Commission chair",
  school_coordinator: "School coordinator",
  viewer: "Viewer",
};

/** docs/access.md: who may do what, as the code has it. */
export function accessTable(): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const all = Object.keys(actions) as Action[];
  return `# Who may do what

Made from \`packages/domain/src/access/may.ts\` by \`pnpm docs:access\`; a test compares the two. Change the code, then run it.

A person has grants. Each is a role within a scope: the whole city, the events that one commission hosts, or those that one
school hosts. A grant may end at a moment. Somebody may do something where one grant in force allows it and reaches what it is
about; whatever is not in this table is denied. What is out of scope does not exist: it is answered 404, like what is not there.

${row(["", ...Role.options.map((role) => titles[role])])}
${row(["---", ...Role.options.map(() => ":---:")])}
${all.map((action) => row([actions[action], ...Role.options.map((role) => (actionsOf.get(role)?.has(action) ? "yes" : "–"))])).join("\n")}

What is about the agency as a whole and no single event (roles, the record of changes) needs a grant over the whole city.
Nobody sees a student's personal data: there is none in the system.
`;
}
