import { type Expression, parseSync } from "oxc-parser";

/**
 * Marks what a file makes when it is loaded (schemas, tables, subjects) as free of effects, which all of this package is. No
 * bundler can know that of a call, so whoever imports one schema of a file would get all of them. What is marked is wrapped in one
 * call, since a mark before a chain such as `z.string().max(9)` holds for its first call alone.
 */
export function markPure(file: string, text: string): string {
  const { program } = parseSync(file, text);
  const made = program.body.flatMap((statement) => {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declaration?.type !== "VariableDeclaration") return [];
    return declaration.declarations.flatMap(({ init }) => (init && !isFunction(init) && hasCall(text.slice(init.start, init.end)) ? [init] : []));
  });
  return made
    .toReversed()
    .reduce((whole, { start, end }) => `${whole.slice(0, start)}/* @__PURE__ */ (() => (${whole.slice(start, end)}))()${whole.slice(end)}`, text);
}

const isFunction = ({ type }: Expression): boolean => type === "ArrowFunctionExpression" || type === "FunctionExpression";
/** Whether something is called in it; a mark too many does no harm. */
const hasCall = (text: string): boolean => /[\w)\]]\(/.test(text);
