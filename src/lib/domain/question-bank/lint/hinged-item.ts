import type { LintFinding } from './lint-finding.ts';
import type { LintRule } from './lint-context.ts';
import { infoFinding } from './new-finding.ts';
import { plainText } from './plain-text.ts';
import { tells } from './told-keys.ts';
import { wordsOf } from './word-roots.ts';

const EARLIER_ITEM = /\b(?:previous|preceding|last|next|above) (?:question|item|case|scenario|vignette)\b/i;

const spaced = (text: string) => ` ${wordsOf(text).join(' ')} `;

/**
 * L17: the stem leans on another item, or holds the key of another item of the bank (hinged). Source: NBME, Constructing
 * Written Test Questions ("avoid hinged items"); BMC Med Educ 2016, doi 10.1186/s12909-016-0559-7, table 1; cme-rules.md
 * §6.1 rule 15.
 */
export const hingedItem: LintRule = ({ stem }, { otherKeys = [] }) => {
  const read = plainText(stem);
  const inOrder = spaced(read);
  const at = { rule: 'L17', place: 'stem' };
  const found: LintFinding[] = [];
  const earlier = EARLIER_ITEM.exec(read)?.[0];
  if (earlier !== undefined) {
    const why = 'Forms are drawn and shuffled: the other item may not be there.';
    found.push(
      infoFinding({ ...at, what: `It leans on the “${earlier}”.`, why, mend: 'Repeat what is needed.' })
    );
  }
  const told = otherKeys.map(plainText).find((key) => {
    return tells(wordsOf(key)) && inOrder.includes(spaced(key));
  });
  if (told === undefined) return found;
  const why = 'In one form, this item would answer the other.';
  const mend = 'Word the stem without it, or keep the two items apart.';
  return [
    ...found,
    infoFinding({ ...at, what: `The stem holds “${told}”, the key of another item.`, why, mend })
  ];
};
