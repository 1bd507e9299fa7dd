import type { ItemDraft } from '../question-bank/item-draft.ts';
import { placeInWords } from '../question-bank/item-place.ts';
import type { LintFinding, LintSeverity } from '../question-bank/lint/lint-finding.ts';

/** What is wrong with an item of a file: by which rule, how grave, where, why, and how to mend it. */
export type ItemProblem = { rule: string; severity: LintSeverity; where: string; why: string; mend: string };

/** A finding of the lint as the command line says it; `why` begins with what was found. */
export const itemProblemOf = (finding: LintFinding, draft: ItemDraft): ItemProblem => ({
  rule: finding.rule,
  severity: finding.severity,
  where: placeInWords(finding.place, draft),
  why: `${finding.what} ${finding.why}`,
  mend: finding.mend
});
