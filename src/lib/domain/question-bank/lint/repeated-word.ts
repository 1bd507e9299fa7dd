import { choicesOf } from './choices.ts';
import type { LintRule } from './lint-context.ts';
import { warningFinding } from './new-finding.ts';
import { plainText } from './plain-text.ts';
import { isCommonRoot } from './words/common-words.ts';
import { rootOf, wordsOf } from './word-roots.ts';

const SHORTEST_WORD = 4;

/** The rare words of a text by their roots; numbers are none. */
function rareWords(text: string): Map<string, string> {
  const rare = new Map<string, string>();
  for (const word of wordsOf(text)) {
    const root = rootOf(word);
    if (word.length >= SHORTEST_WORD && !/^\d/.test(word) && !isCommonRoot(root)) rare.set(root, word);
  }
  return rare;
}

/** Words this long that begin alike are one: granuloma, granulomatous. */
const SHORTEST_BEGINNING = 6;

const isEcho = (one: string) => (other: string) =>
  one === other ||
  (Math.min(one.length, other.length) >= SHORTEST_BEGINNING &&
    (one.startsWith(other) || other.startsWith(one)));

/**
 * L06: a rare word of the stem comes back in the key and in no distractor (clang). Source: NBME, Constructing Written
 * Test Questions ("clang clues"); BMC Med Educ 2016, doi 10.1186/s12909-016-0559-7, table 1; cme-rules.md §6.1 rule 7.
 */
export const repeatedWord: LintRule = (draft) => {
  const choices = choicesOf(draft);
  const inDistractors = choices.flatMap(({ isKey, text }) => (isKey ? [] : wordsOf(text).map(rootOf)));
  if (inDistractors.length === 0) return [];
  const inStem = [...rareWords(plainText(draft.stem)).keys()];
  return choices
    .filter(({ isKey }) => isKey)
    .flatMap(({ place, text }) => {
      const shared = [...rareWords(text)].find(
        ([root]) => inStem.some(isEcho(root)) && !inDistractors.some(isEcho(root))
      );
      if (shared === undefined) return [];
      return [
        warningFinding({
          rule: 'L06',
          place,
          what: `“${shared[1]}” stands in the stem and in the key, and in no distractor.`,
          why: 'The echo points to the key without any knowledge.',
          mend: 'Use another word in the stem or in the key, or the same one in a distractor.'
        })
      ];
    });
};
