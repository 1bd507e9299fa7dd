import type { ItemDraft } from '../question-bank/item-draft.ts';
import { lintItem } from '../question-bank/lint/lint-item.ts';
import { itemProblemOf } from './item-problem.ts';
import type { PackageProblem } from './package-problem.ts';

type Reviewed = { id: string; draft: ItemDraft };

/** Why items that a package calls reviewed may not be published: errors of the lint, each with its rule. */
export function checkWriting(
  items: Reviewed[],
  { listedKeys, retractedKeys }: { listedKeys: string[]; retractedKeys: string[] }
): PackageProblem[] {
  const context = { listedKeys, retractedKeys, shufflesOptions: true };
  return items.flatMap(({ id, draft }) =>
    lintItem(draft, context)
      .filter(({ severity }) => severity === 'error')
      .map((finding) => itemProblemOf(finding, draft))
      .map(({ rule, where, why, mend }) => ({
        file: 'items.json',
        where: `item ${id}, ${where}`,
        why: `${rule}: ${why}`,
        mend
      }))
  );
}
