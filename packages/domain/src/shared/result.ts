/** A decision's answer: a value, or a refusal that says with a stable code and facts why not. Bugs and outages throw instead. */
export type Result<Value, R extends { code: string }> = { ok: true; value: Value } | { ok: false; refusal: R };

/**
 * The decision went through: a `Result` with its value.
 *
 * @example
 * accept(3) // { ok: true, value: 3 }
 */
export const accept = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

/**
 * The decision was refused: a `Result` with a stable code and the facts that explain it.
 *
 * @example
 * refuse({ code: "session_full", remaining: 0 }) // { ok: false, refusal: { code: "session_full", remaining: 0 } }
 */
export const refuse = <R extends { code: string }>(refusal: R): { ok: false; refusal: R } => ({ ok: false, refusal });
