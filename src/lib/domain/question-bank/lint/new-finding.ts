import type { LintFinding } from './lint-finding.ts';

type Words = Pick<LintFinding, 'rule' | 'place' | 'what' | 'why' | 'mend'>;

/** A flaw that blocks review and publication. */
export const errorFinding = (words: Words): LintFinding => ({
  ...words,
  severity: 'error',
  needsReason: false
});

/** A flaw that the author is advised to mend. */
export const warningFinding = (words: Words): LintFinding => ({
  ...words,
  severity: 'warning',
  needsReason: false
});

/** A flaw that blocks until someone records why it may stay. */
export const reasonFinding = (words: Words): LintFinding => ({
  ...words,
  severity: 'warning',
  needsReason: true
});

/** Something worth a second look. */
export const infoFinding = (words: Words): LintFinding => ({
  ...words,
  severity: 'info',
  needsReason: false
});
