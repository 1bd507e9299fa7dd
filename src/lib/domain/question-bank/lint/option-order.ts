import { choicesOf } from './choices.ts';
import type { LintRule } from './lint-context.ts';
import { infoFinding } from './new-finding.ts';
import { parseMeasure } from './parse-measure.ts';

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '');
const withoutArticle = (text: string) => letters(text).replace(/^(?:the|an?)\s+/, '');

const rises = (values: (string | number)[]) =>
  values.every((value, index) => {
    const before = values[index - 1];
    return before === undefined || before <= value;
  });

/** By alphabet, with or without articles, or by length up or down. */
function isInOrder(texts: string[]): boolean {
  const lengths = texts.map((text) => text.length);
  return [texts.map(letters), texts.map(withoutArticle), lengths, lengths.toReversed()].some(rises);
}

/**
 * R14: options in no order that can be seen: neither alphabetical nor by length. Not where every form shuffles them, and
 * not for numbers (L09). Source: NBME, Constructing Written Test Questions ("options in logical or alphabetical order");
 * BMC Med Educ 2016, doi 10.1186/s12909-016-0559-7, table 1; cme-rules.md §6.1 rule 14.
 */
export const optionOrder: LintRule = (draft, { shufflesOptions }) => {
  const choices = shufflesOptions ? [] : choicesOf(draft);
  if (choices.length < 2 || choices.every(({ text }) => parseMeasure(text) !== null)) return [];
  if (isInOrder(choices.map(({ text }) => text))) return [];
  return [
    infoFinding({
      rule: 'R14',
      place: 'options',
      what: 'The options are in no order that can be seen.',
      why: 'An order keeps authors from hiding the key in a favorite place, and helps readers to find their option.',
      mend: 'Sort them by alphabet, or by size, time or course.'
    })
  ];
};
