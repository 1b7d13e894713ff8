import { readFileSync } from "node:fs";
import { type Declaration, type Node, parseSync, type TSTypeLiteral, Visitor } from "oxc-parser";

/** One name that a noun gives out: what it is, what its docstring says, and how it is declared. */
export interface Exported {
  name: string;
  kind: "function" | "schema" | "value" | "type";
  says: string;
  examples: readonly string[];
  code: string;
}

/** A file's text, and what it is made of. */
const parsed = (file: URL) => {
  const text = readFileSync(file, "utf8");
  const { program, comments, module } = parseSync(file.pathname, text);
  return { text, program, comments, module };
};

/** All that a door gives out: what it declares, and what it gives on, whole files or single names. */
export function exportedBy(door: URL): readonly Exported[] {
  const given = parsed(door).module.staticExports.flatMap(({ entries }) => entries);
  const own = exportsOf(door);
  const passedOn = given.flatMap((entry) => {
    if (!entry.moduleRequest) return [];
    const theirs = exportedBy(new URL(entry.moduleRequest.value, door));
    return entry.importName.kind === "Name" ? theirs.filter(({ name }) => name === entry.importName.name) : theirs;
  });
  return [...new Map([...own, ...passedOn].map((one) => [one.name, one])).values()];
}

/** Whatever a file exports by declaring it, in its order. A schema and a type of one name are one. */
function exportsOf(file: URL): readonly Exported[] {
  const { text, program, comments } = parsed(file);
  const all = program.body.flatMap((statement): Exported[] => {
    if (statement.type !== "ExportNamedDeclaration" || !statement.declaration) return [];
    const before = comments.findLast((one) => one.type === "Block" && one.value.startsWith("*") && one.end <= statement.start);
    const between =
      before &&
      text
        .slice(before.end, statement.start)
        .replaceAll(/\/\/ @__NO_SIDE_EFFECTS__/g, "")
        .trim();
    const told = readDocstring(before && between === "" ? before.value : "");
    return declared(statement.declaration, text).map((one) => ({ ...one, ...told }));
  });
  return mergeTwins(all);
}

function mergeTwins(all: readonly Exported[]): readonly Exported[] {
  const byName = new Map<string, Exported>();
  for (const one of all) {
    const twin = byName.get(one.name);
    // Overloads, and the type that `z.infer` makes of a schema: the first says it all.
    if (!twin) byName.set(one.name, one);
    else if (twin.says === "") byName.set(one.name, { ...one, kind: one.kind === "type" ? twin.kind : one.kind });
    else if (one.kind === "schema") byName.set(one.name, { ...twin, kind: "schema" });
  }
  return [...byName.values()];
}

function readDocstring(comment: string): { says: string; examples: readonly string[] } {
  const lines = comment.split("\n").map((line) => line.replace(/^\s*\*? ?/, "").trimEnd());
  const [described = "", ...tagged] = lines
    .join("\n")
    .replace(/^\*/, "")
    .split(/^@(?=\w)/m);
  const examples = tagged.flatMap((tag) => (tag.startsWith("example") ? tag.slice("example".length).trim().split("\n") : []));
  const asides = tagged.flatMap((tag) =>
    tag.startsWith("param ") ? [`- \`${tag.slice(6).split(" ")[0]}\`: ${tag.slice(6).split(" ").slice(1).join(" ").trim()}`] : [],
  );
  return { says: [described.trim().replaceAll("\n", " "), ...asides].join("\n").trim(), examples };
}

type Unsaid = Omit<Exported, "says" | "examples">;

function declared(declaration: Declaration, text: string): Unsaid[] {
  const cut = (from: number, to: number) => text.slice(from, to).trim();
  const whole = (node: Node) => shortened(cut(node.start, node.end));
  if (declaration.type === "FunctionDeclaration" && declaration.id && declaration.body)
    return [{ name: declaration.id.name, kind: "function", code: cut(declaration.start, declaration.body.start) }];
  if (declaration.type === "TSInterfaceDeclaration" || declaration.type === "TSTypeAliasDeclaration")
    return [{ name: declaration.id.name, kind: "type", code: whole(declaration) }];
  if (declaration.type !== "VariableDeclaration") return [];
  return declaration.declarations.flatMap((one): Unsaid[] => {
    if (one.id.type !== "Identifier") return [];
    const { name } = one.id;
    const init = one.init?.type === "TSAsExpression" || one.init?.type === "TSSatisfiesExpression" ? one.init.expression : one.init;
    if (init?.type === "ArrowFunctionExpression")
      return [{ name, kind: "function", code: `const ${cut(one.start, init.body.start)}`.replace(/\s*=>\s*\(?$/, "") }];
    return [{ name, kind: /^[A-Z]/.test(name) ? "schema" : "value", code: `const ${whole(one)}` }];
  });
}

const mostLines = 40;
function shortened(code: string): string {
  const lines = code.split("\n");
  return lines.length <= mostLines ? code : [...lines.slice(0, mostLines - 1), "  // … and more: see the source"].join("\n");
}

/** A refusal's facts as its type has them: names, and what each holds. */
export type RefusalFacts = ReadonlyMap<string, string>;

/** Every `{ code: "…"; … }` in the types of some files, by its code. */
export function refusalsIn(files: readonly URL[]): ReadonlyMap<string, RefusalFacts> {
  const found = new Map<string, RefusalFacts>();
  for (const file of files) {
    const { text, program } = parsed(file);
    const read = (node: TSTypeLiteral) => {
      const members = node.members.flatMap((member) => {
        if (member.type !== "TSPropertySignature" || member.key.type !== "Identifier" || !member.typeAnnotation) return [];
        const held = member.typeAnnotation.typeAnnotation;
        return [{ name: member.key.name, isOptional: member.optional, text: text.slice(held.start, held.end), held }];
      });
      const code = members.find(({ name }) => name === "code");
      if (!code) return;
      const facts = members.filter(({ name }) => name !== "code").map(({ name, isOptional, text: type }) => [isOptional ? `${name}?` : name, type] as const);
      for (const [, literal] of code.text.matchAll(/"([a-z0-9_]+)"/g)) {
        if (literal) found.set(literal, new Map([...(found.get(literal) ?? []), ...facts]));
      }
    };
    new Visitor({ TSTypeLiteral: read }).visit(program);
  }
  return found;
}
