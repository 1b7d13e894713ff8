/** Rows for a person: in Markdown, or in columns where the terminal has no tables. */
export function tableOf(format: "text" | "markdown", heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (format === "markdown") {
    const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replace(/[\\|]/g, "\\$&").replaceAll("\n", " ")).join(" | ")} |`;
    return [row(heads), row(heads.map(() => "---")), ...rows.map(row)].join("\n");
  }
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join("  ")).join("\n");
}
