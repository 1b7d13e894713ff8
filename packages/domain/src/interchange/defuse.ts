// What a spreadsheet takes for a formula where a cell begins with it: = + - @ and their full-width forms, which some take
// too. A tab or a line end at the beginning is dropped by some to look at what follows.
// Not every spreadsheet parts cells where the file does: set to a language that writes 1,5 for one and a half it does so at
// semicolons, others do at tabs, and then the quotes of the file no longer hold either. So what follows a semicolon, a tab
// or a line end within a cell may begin one as well.
const sign = "=+\\-@\\uff1d\\uff0b\\uff0d\\uff20";
const atStart = `(?<=^'*)`;
const within = `(?<=[;\\t\\r\\n]"*'*)`;
const formulas = new RegExp(`${atStart}(?=[${sign}\\t\\r\\n])|${within}(?=[${sign}])`, "g");
const defused = new RegExp(`${atStart}'(?=[${sign}\\t\\r\\n])|${within}'(?=[${sign}])`, "g");

/**
 * Text that no spreadsheet runs as a formula: an apostrophe stands before what would begin one. Where apostrophes stand there
 * already it is one more, so that nothing is lost.
 *
 * @example
 * defuse("=1+1") // "'=1+1"
 * defuse("O'Neill - Example") // "O'Neill - Example"
 */
export const defuse = (text: string): string => text.replace(formulas, "'");

/**
 * The text as it was before `defuse`.
 *
 * @example
 * restore(defuse("'=1+1")) // "'=1+1"
 */
export const restore = (text: string): string => text.replace(defused, "");
