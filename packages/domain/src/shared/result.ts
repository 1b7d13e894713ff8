/** A decision's answer: a value, or a refusal that says with a stable code and facts why not. Bugs and outages throw instead. */
export type Result<Value, R extends { code: string }> = { ok: true; value: Value } | { ok: false; refusal: R };

export const accept = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

export const refuse = <R extends { code: string }>(refusal: R): { ok: false; refusal: R } => ({ ok: false, refusal });
