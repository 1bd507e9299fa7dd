import type { LintRule } from './lint-context.ts';
import { errorFinding, reasonFinding } from './new-finding.ts';
import { negativesThatAsk } from './negatives.ts';
import { leadInOf, plainText } from './plain-text.ts';

/**
 * L03: a negative lead-in (NOT, EXCEPT, LEAST). An error; a warning that needs a reason where the one negative stands in
 * bold capitals (`**NOT**`). Source: NBME, Constructing Written Test Questions; BMC Med Educ 2016,
 * doi 10.1186/s12909-016-0559-7, table 1 ("negatively phrased"); cme-rules.md §6.1 rule 2.
 */
export const negativeLeadIn: LintRule = (draft) => {
  const leadIn = leadInOf(draft);
  const found = negativesThatAsk(leadIn);
  const [first] = found;
  if (first === undefined) return [];
  const { word, isBold } = first;
  const words = {
    rule: 'L03',
    place: 'stem',
    // The whole of it: a reason given for this question is none for the next.
    what: `The lead-in asks in the negative, “${word}”: “${plainText(leadIn)}”`,
    why: 'Readers overlook the negative, and who finds the exception has not shown what is right.'
  };
  if (isBold && word === word.toUpperCase() && found.length === 1) {
    const mend = 'Ask for what is right, or record why the exception itself has to be known.';
    return [reasonFinding({ ...words, mend })];
  }
  const mend = 'Ask for what is right. Where the exception itself has to be known, write it once as **NOT**.';
  return [errorFinding({ ...words, mend })];
};
