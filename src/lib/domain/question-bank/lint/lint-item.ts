import type { ItemDraft } from '../item-draft.ts';
import { abbreviations } from './abbreviations.ts';
import { citationLinks } from './citation-links.ts';
import { combinedOptions } from './combined-options.ts';
import { convergence } from './convergence.ts';
import { grammaticalCue } from './grammatical-cue.ts';
import { hingedItem } from './hinged-item.ts';
import { independence } from './independence.ts';
import { keyFitsType } from './key-fits-type.ts';
import { leadInQuestion } from './lead-in-question.ts';
import type { LintContext, LintRule } from './lint-context.ts';
import type { LintFinding } from './lint-finding.ts';
import { longestKey } from './longest-key.ts';
import { missingParts } from './missing-parts.ts';
import { negativeLeadIn } from './negative-lead-in.ts';
import { numericOptions } from './numeric-options.ts';
import { optionOrder } from './option-order.ts';
import { parallelOptions } from './parallel-options.ts';
import { repeatedWord } from './repeated-word.ts';
import { sameOptions } from './same-options.ts';
import { stemLength } from './stem-length.ts';
import { absoluteTerms, vagueTerms } from './telling-terms.ts';

/** Rises whenever a rule, a threshold or a list of words changes, so that stored counts are made anew. */
export const LINT_EDITION = 5;

/** L01 to L18 of ux.md §8 but for L14, which looks at a whole bank; then rules 8 and 14 of cme-rules.md §6.1. */
const RULES: readonly LintRule[] = [
  longestKey,
  combinedOptions,
  negativeLeadIn,
  absoluteTerms,
  vagueTerms,
  repeatedWord,
  grammaticalCue,
  parallelOptions,
  numericOptions,
  leadInQuestion,
  sameOptions,
  stemLength,
  missingParts,
  keyFitsType,
  citationLinks,
  independence,
  hingedItem,
  abbreviations,
  convergence,
  optionOrder
];

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
