import { inWords } from './choices.ts';
import { textsOf } from './draft-texts.ts';
import type { LintRule } from './lint-context.ts';
import { infoFinding } from './new-finding.ts';
import { plainText } from './plain-text.ts';
import { USUAL_ABBREVIATIONS } from './words/usual-abbreviations.ts';

/** Two to six letters, at least two of them capitals. Words with digits (CTLA-4, CD8) are names, not abbreviations. */
const ABBREVIATION = /(?<![\p{L}\p{N}-])[\p{L}]*\p{Lu}[\p{Ll}]?\p{Lu}\p{L}*(?![\p{L}\p{N}]|-\p{L}?\d)/gu;
const LONGEST = 6;
/** NOT, TWO and the like are emphasis. */
const EMPHASIS = new Set(
  'NOT EXCEPT LEAST MOST BEST ONE TWO THREE FOUR FIVE ALL AND OR FIRST NEXT LAST ONLY BEFORE AFTER'.split(' ')
);

const isDefined = (text: string, short: string) => text.includes(`(${short})`) || text.includes(`${short} (`);

/**
 * L18: abbreviations that the item does not spell out at first use. Source: ux.md §8; NBME, Constructing Written Test
 * Questions (abbreviations are spelled out at first use); WCAG 2.2, 3.1.4.
 */
export const abbreviations: LintRule = (draft, { knownAbbreviations = [] }) => {
  const texts = textsOf(draft).map(({ text }) => plainText(text));
  const whole = texts.join('\n');
  const known = new Set(knownAbbreviations);
  const found = new Set(texts.flatMap((text) => text.match(ABBREVIATION) ?? []));
  const undefinedOnes = [...found].filter((short) => {
    const single = short.replace(/s$/, '');
    const usual = [short, single].some(
      (form) => USUAL_ABBREVIATIONS.has(form) || known.has(form) || EMPHASIS.has(form)
    );
    return short.length <= LONGEST && !usual && !/^[IVX]+$/.test(short) && !isDefined(whole, short);
  });
  if (undefinedOnes.length === 0) return [];
  return [
    infoFinding({
      rule: 'L18',
      place: 'item',
      what: `${inWords(undefinedOnes)} ${undefinedOnes.length === 1 ? 'is' : 'are'} not spelled out.`,
      why: 'The same letters mean different things in different fields.',
      mend: 'Spell it out at first use, with the abbreviation in brackets.'
    })
  ];
};
