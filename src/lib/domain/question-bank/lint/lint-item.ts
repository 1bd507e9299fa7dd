import type { ItemDraft } from '../item-draft.ts';
import { keyFitsType } from './key-fits-type.ts';
import type { LintContext, LintRule } from './lint-context.ts';
import type { LintFinding } from './lint-finding.ts';
import { missingParts } from './missing-parts.ts';

/** Rises whenever a rule, a threshold or a list of words changes, so that stored counts are made anew. */
export const LINT_EDITION = 1;

/** In the order of the ids in ux.md §8; rules 8 and 14 of cme-rules.md §6.1 have no L. */
const RULES: readonly LintRule[] = [missingParts, keyFitsType];

const RANK = { error: 0, warning: 1, info: 2 };

/**
 * Looks an item over for writing flaws: errors first, then warnings, then what is worth a second look. Pure, fast enough
 * to run while somebody types, and never throws, whatever the draft holds.
 */
export function lintItem(draft: ItemDraft, context: LintContext): LintFinding[] {
  return RULES.flatMap((rule) => rule(draft, context)).toSorted(
    (one, other) => RANK[one.severity] - RANK[other.severity]
  );
}
