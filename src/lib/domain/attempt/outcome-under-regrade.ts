import { countingOf, type Regrade } from './regrade.ts';
import type { ResultItem } from './result-view.ts';

/** What a place of a submitted attempt came to (decision 16). `correct` is that of its response; null: not answered. */
export function outcomeUnderRegrade(
  correct: boolean | null,
  regrade: Pick<Regrade, 'kind'> | null
): ResultItem['outcome'] {
  const counting = countingOf(regrade);
  if (counting === 'never') return 'not-counted';
  if (counting === 'always') return 'correct';
  if (correct === null) return 'not-answered';
  return correct ? 'correct' : 'not-correct';
}
