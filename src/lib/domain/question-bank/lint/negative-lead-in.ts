import type { LintRule } from './lint-context.ts';
import { errorFinding, reasonFinding } from './new-finding.ts';
import { leadInOf } from './plain-text.ts';

const NEGATIVE = /(\*\*|__)?\b(?:(?<!\bat )least|not|except|cannot|\w+n[’']t)\b(\*\*|__)?/gi;

/** "… in a patient who is not a candidate for surgery": the patient is described so, the options are not. */
const CLAUSE =
  /\b(?:who|whom|whose|where|when|if|because|although|unless|while|since|despite|after|before)\b[^,?]*/gi;
const ASKS = /\b(?:which|what|how|why|match|place|order|choose|select|name|enter)\b/i;

function askingPart(leadIn: string): string {
  const rest = leadIn.replace(CLAUSE, '');
  return ASKS.test(rest) ? rest : leadIn;
}

/**
 * L03: a negative lead-in (NOT, EXCEPT, LEAST). An error; a warning that needs a reason where the one negative stands in
 * bold capitals (`**NOT**`). Source: NBME, Constructing Written Test Questions; BMC Med Educ 2016,
 * doi 10.1186/s12909-016-0559-7, table 1 ("negatively phrased"); cme-rules.md §6.1 rule 2.
 */
export const negativeLeadIn: LintRule = (draft) => {
  const found = [...askingPart(leadInOf(draft)).matchAll(NEGATIVE)];
  const first = found[0];
  if (first === undefined) return [];
  const isBold = first[1] !== undefined && first[1] === first[2];
  const word = first[0].replace(/\*\*|__/g, '');
  const words = {
    rule: 'L03',
    place: 'stem',
    what: `The lead-in asks in the negative: “${word}”.`,
    why: 'Readers overlook the negative, and who finds the exception has not shown what is right.'
  };
  if (isBold && word === word.toUpperCase() && found.length === 1) {
    const mend = 'Ask for what is right, or record why the exception itself has to be known.';
    return [reasonFinding({ ...words, mend })];
  }
  const mend = 'Ask for what is right. Where the exception itself has to be known, write it once as **NOT**.';
  return [errorFinding({ ...words, mend })];
};
