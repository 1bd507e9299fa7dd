import type { FormItemRow } from './form-item-row.ts';

const REASONS = {
  negative: 'those who know get it wrong more often',
  'below chance': 'fewer right than by guessing',
  'too easy': 'nearly everybody has it right',
  weak: 'tells little apart'
} as const;

/** Why an item needs a second look, in words; empty where it does not. */
export function reasonWords(row: FormItemRow): string {
  return row.reason === null ? '' : REASONS[row.reason];
}

/** What the items of a form come to, as a sentence. */
export function scatterFinding(rows: readonly FormItemRow[]): string {
  const judged = rows.filter(({ isHeld }) => !isHeld);
  if (judged.length === 0) return 'Too few responses to judge any item yet.';
  const named = judged.filter(({ reason }) => reason !== null).map(({ externalId }) => externalId);
  const of = judged.length === 1 ? '1 item' : `${judged.length} items`;
  if (named.length === 0) return `None of ${of} needs a second look.`;
  const rest = named.length > 5 ? ` and ${named.length - 5} more` : '';
  const need = named.length === 1 ? 'needs' : 'need';
  return `${named.length} of ${of} ${need} a second look: ${named.slice(0, 5).join(', ')}${rest}.`;
}
