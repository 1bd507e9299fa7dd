import type { KeyBalance } from '../key-balance.ts';

/** A flaw of a bank as a whole. It advises; it never blocks. */
export type BankFinding = { rule: 'L14'; severity: 'warning'; what: string; why: string; mend: string };

/** ux.md §8, L14. */
export const MOST_LONGEST_KEYS = 0.4;
/** A share of fewer items says little; chosen. */
const FEWEST_ITEMS = 10;

const warn = (words: Omit<BankFinding, 'rule' | 'severity'>): BankFinding => ({
  rule: 'L14',
  severity: 'warning',
  ...words
});

function skew({ positions, chiSquare, critical, isTooFew }: KeyBalance): BankFinding[] {
  if (isTooFew || critical === null || chiSquare <= critical) return [];
  const share = ({ observed, expected }: KeyBalance['positions'][number]) =>
    expected > 0 ? (observed - expected) ** 2 / expected : 0;
  const [top] = positions.toSorted((one, other) => share(other) - share(one));
  return [
    warn({
      what: `Keys stand at ${top?.letter ?? ''} ${top?.observed ?? 0} times; ${Math.round(top?.expected ?? 0)} would be expected.`,
      why: 'Who notices it guesses better than by chance, wherever options are not shuffled.',
      mend: 'Sort the options by alphabet or size, and the keys spread by themselves.'
    })
  ];
}

/**
 * L14: the keys of a bank stand at some places more often than chance explains (chi-square, 5%), or are the longest option
 * in more than 40% of its single-choice items. Source: NBME, Constructing Written Test Questions; cme-rules.md §6.1 rule
 * 20; ux.md §8.
 */
export function lintBank(balance: KeyBalance): BankFinding[] {
  const { items, longestKeys } = balance;
  if (items < FEWEST_ITEMS || longestKeys / items <= MOST_LONGEST_KEYS) return skew(balance);
  return [
    ...skew(balance),
    warn({
      what: `In ${longestKeys} of ${items} single-choice items the key is the longest option.`,
      why: 'Test-wise readers pick the longest; shuffling does not help against it.',
      mend: 'Trim these keys, or extend a distractor of each.'
    })
  ];
}
