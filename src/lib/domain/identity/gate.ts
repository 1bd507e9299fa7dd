/**
 * The version of the gate's wording. Raise it with every change of the wording's meaning: everyone is then asked again
 * (cme-rules.md §5).
 */
export const GATE_VERSION = '2026-07';

/** How long an answer at the gate is remembered, in seconds: 90 days. */
export const GATE_MAX_AGE = 90 * 24 * 60 * 60;
