/** An expected outcome as a value: what was asked for, or why not. What nobody expects is thrown instead. */
export type Result<Value, Problem> = { ok: true; value: Value } | { ok: false; problem: Problem };

/** What was asked for. */
export const success = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

/** Why it could not be. */
export const failure = <const Problem>(problem: Problem): { ok: false; problem: Problem } => ({
  ok: false,
  problem
});
