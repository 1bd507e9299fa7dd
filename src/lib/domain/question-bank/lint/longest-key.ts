import { choicesOf } from './choices.ts';
import type { LintRule } from './lint-context.ts';
import { warningFinding } from './new-finding.ts';

/** How much longer than the next longest option a key may be; cme-rules.md §6.1 rule 6. */
const MOST_TIMES_LONGER = 1.35;
/** A name of a few words cannot be trimmed, and a few letters more tell nobody anything; chosen. */
const MOST_WORDS_OF_A_NAME = 3;
const MOST_LETTERS_MORE = 10;

/**
 * L01: the key is the longest option by far. Source: NBME, Constructing Written Test Questions, and BMC Med Educ 2016,
 * doi 10.1186/s12909-016-0559-7, table 1 ("long correct answer"); the factor is that of cme-rules.md §6.1 rule 6. Of
 * several keys the shortest counts.
 */
export const longestKey: LintRule = (draft) => {
  const byLength = choicesOf(draft).toSorted((one, other) => other.text.length - one.text.length);
  const key = byLength.findLast(({ isKey }) => isKey);
  const next = byLength.find(({ isKey }) => !isKey);
  if (key === undefined || next === undefined) return [];
  const [length, other] = [key.text.length, next.text.length];
  if (length <= MOST_TIMES_LONGER * other) return [];
  const isName = key.text.split(' ').length <= MOST_WORDS_OF_A_NAME;
  if (isName && length - other <= MOST_LETTERS_MORE) return [];
  return [
    warningFinding({
      rule: 'L01',
      place: key.place,
      what: `The key is ${length} characters; the next longest is ${other}.`,
      why: 'Test-wise readers pick the longest.',
      mend: 'Trim the key or extend a distractor.'
    })
  ];
};
