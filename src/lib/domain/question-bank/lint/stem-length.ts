import type { LintFinding } from './lint-finding.ts';
import type { LintRule } from './lint-context.ts';
import { choicesOf } from './choices.ts';
import { infoFinding } from './new-finding.ts';
import { plainText, sentencesOf } from './plain-text.ts';
import { wordsOf } from './word-roots.ts';

/** ux.md §8, L12. */
const MOST_WORDS = 120;
const MOST_NEGATIVES = 2;
/** Beyond a university degree; clinical words alone bring a stem to 14 or so. Chosen. */
const HIGHEST_GRADE = 18;
/** A grade of fewer words says nothing. */
const FEWEST_WORDS_FOR_GRADE = 30;

/** "No fever, no rash" is a finding; these words turn sentences around. */
const NEGATIVES = /\b(?:not|never|neither|nor|except|unless|without|cannot|\w+n[’']t)\b/gi;

/** Vowel groups, as Flesch and Kincaid's count is usually approximated. */
const syllables = (word: string) => Math.max(1, word.replace(/e$/, '').match(/[aeiouy]+/g)?.length ?? 1);

/** Reading grade: Kincaid and others 1975, Derivation of New Readability Formulas. */
function readingGrade(words: string[], sentences: number): number {
  const count = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (count / words.length) - 15.59;
}

const atStem = (words: Pick<LintFinding, 'what' | 'why' | 'mend'>) =>
  infoFinding({ rule: 'L12', place: 'stem', ...words });

function stemFlaws(stem: string, words: string[]): LintFinding[] {
  const found: LintFinding[] = [];
  if (words.length > MOST_WORDS) {
    const why = 'Time goes into reading instead of deciding.';
    const mend = `Leave out what no option depends on; up to ${MOST_WORDS} words read well.`;
    found.push(atStem({ what: `The stem is ${words.length} words.`, why, mend }));
  }
  const negatives = stem.match(NEGATIVES)?.length ?? 0;
  if (negatives > MOST_NEGATIVES) {
    const why = 'Each negative has to be turned around in the head.';
    found.push(
      atStem({
        what: `The stem holds ${negatives} negatives.`,
        why,
        mend: 'Say what is, instead of what is not.'
      })
    );
  }
  const grade = words.length < FEWEST_WORDS_FOR_GRADE ? 0 : readingGrade(words, sentencesOf(stem).length);
  if (grade > HIGHEST_GRADE) {
    const what = `The reading grade of the stem is ${Math.round(grade)}.`;
    found.push(atStem({ what, why: 'Long sentences test reading.', mend: 'Part the longest sentences.' }));
  }
  return found;
}

/**
 * L12: a stem of more than 120 words, with more than two negatives or hard to read, or options longer than the stem.
 * Source: NBME, Constructing Written Test Questions ("long stem, short options"; "no window dressing"); BMC Med Educ
 * 2016, doi 10.1186/s12909-016-0559-7, table 1; cme-rules.md §6.1 rule 15; ux.md §8.
 */
export const stemLength: LintRule = (draft) => {
  const stem = plainText(draft.stem);
  const words = wordsOf(stem);
  if (words.length === 0) return [];
  const longest = choicesOf(draft).find(({ text }) => wordsOf(text).length > words.length);
  const found = stemFlaws(stem, words);
  if (longest === undefined) return found;
  const what = `Option ${longest.letter} is longer than the stem.`;
  const why = 'What is decided stands in the stem; long options make readers compare paragraphs.';
  const mend = 'Move what the options have in common into the stem.';
  return [...found, infoFinding({ rule: 'L12', place: longest.place, what, why, mend })];
};
