import type { ItemPlace } from '../item-place.ts';

/** `error` blocks review and publication; `warning` advises; `info` is for those who want to know. */
export type LintSeverity = 'error' | 'warning' | 'info';

/** A writing flaw in an item: what, where, why it matters, how to mend it. */
export type LintFinding = {
  /** `L01` … `L18` (ux.md §8), or `R08`, `R14` for rules of cme-rules.md §6.1 without an L. */
  rule: string;
  severity: LintSeverity;
  place: ItemPlace;
  what: string;
  why: string;
  mend: string;
  /** A warning that blocks review until a reason is recorded (an override). */
  needsReason: boolean;
};
