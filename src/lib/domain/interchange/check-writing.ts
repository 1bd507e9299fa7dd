import type { ItemDraft } from '../question-bank/item-draft.ts';
import type { LintFinding } from '../question-bank/lint/lint-finding.ts';
import { lintItem } from '../question-bank/lint/lint-item.ts';
import { openFindings, type RecordedReason } from '../question-bank/lint/open-findings.ts';
import { itemProblemOf } from './item-problem.ts';
import type { PackageProblem } from './package-problem.ts';

type Reviewed = { id: string; draft: ItemDraft; setAside: RecordedReason[] };

/** Where a warning needs a reason, a package gives it in its own words. */
const mendOf = ({ needsReason, rule, place, what }: LintFinding, mend: string) =>
  needsReason
    ? `${mend} The reason goes into the item as "setAside": ${JSON.stringify([{ rule, place, what, reason: '…' }])}.`
    : mend;

/**
 * Why items that a package calls reviewed may not be published: errors of the lint, and warnings that need a reason for
 * which the package gives none; each with its rule.
 */
export function checkWriting(
  items: Reviewed[],
  { listedKeys, retractedKeys }: { listedKeys: string[]; retractedKeys: string[] }
): PackageProblem[] {
  const context = { listedKeys, retractedKeys, shufflesOptions: true };
  return items.flatMap(({ id, draft, setAside }) =>
    openFindings(lintItem(draft, context), setAside)
      .map((finding) => {
        const problem = itemProblemOf(finding, draft);
        return { ...problem, mend: mendOf(finding, problem.mend) };
      })
      .map(({ rule, where, why, mend }) => ({
        file: 'items.json',
        where: `item ${id}, ${where}`,
        why: `${rule}: ${why}`,
        mend
      }))
  );
}
