/** A table's row; what would end a cell is escaped. */
export const row = (...cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;

export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(...heads), row(...heads.map(() => "---")), ...rows.map((cells) => row(...cells))].join("\n");

export const code = (text: string): string => `\`${text}\``;
export const block = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;
export const link = (text: string, to: string): string => `[${text}](${to})`;

/** Parts of a page, a blank line between them; empty ones fall out. */
export const page = (...parts: readonly string[]): string => `${parts.filter((part) => part !== "").join("\n\n")}\n`;

export const madeBy = "Made from the code by `node scripts/generate.ts docs` in `packages/domain`; a test compares the two. Change the code, then run it.";
