import type { LintFinding } from './lint-finding.ts';
import type { LintRule } from './lint-context.ts';
import { errorFinding } from './new-finding.ts';
import { plainText } from './plain-text.ts';

const ALL_OR_NONE =
  /\b(?:all|none|any|both|neither|each) of (?:the )?(?:above|below|these|those|options|choices|answers|statements|preceding|foregoing|other options)\b|^(?:all|none) (?:are|is) (?:correct|true|right|false|wrong)\b|\b(?:all|none|both) (?:the )?above\b/i;
/** "All of the drugs listed", "none of the listed drugs", "both are correct"; "none" alone stands for the rest of the list. */
const ALL_OR_NONE_IN_WORDS =
  /^(?:all|none|any|both|neither|each)(?: of)?(?: the)?(?: \w+){0,3} (?:listed|mentioned|named|above|below)(?: here)?$|^(?:all|none|any|both|neither)(?: of)?(?: the)? (?:listed|mentioned|named|other|remaining) \w+$|^(?:all|none|both|neither)(?: of them)? (?:are|is) (?:correct|true|right|false|wrong|incorrect)$|^(?:all|none|both|neither)(?: of them)?$/i;

const LETTER = '(?:options? |choices? )?[A-H]';
/** "A and C", "both A and B", "A, B and D", "B only". */
const LETTERS = new RegExp(
  `^(?:both |either |neither |only )?${LETTER}(?:(?:, ?(?:and |or )?| and | or | nor | & |/|\\+)${LETTER})+(?: only)?(?: (?:are|is) .*)?$|^(?:only )?${LETTER} only$|^(?:both|either|neither) ${LETTER}\\b.*$`
);
/** The same in small letters needs "both", "only" or the like: `a and b` may be names. */
const SMALL_LETTERS =
  /^(?:both|either|neither|only) [a-h](?:(?:, ?| and | or | nor )[a-h])+$|^[a-h](?:(?:, ?| and )[a-h])* only$/;

const NUMERAL = '(?:[1-9]|i{1,3}|iv|vi{0,3})';
/** "1, 3 only", "I and III only". */
const NUMERALS = new RegExp(`^(?:only )?${NUMERAL}(?:(?:, ?(?:and )?| and | & )${NUMERAL})* only$`, 'i');
const NUMERALS_BARE = new RegExp(`^(?:both )?${NUMERAL}(?:(?:, ?(?:and )?| and | & )${NUMERAL})+$`, 'i');
/** Statements with numbers in the stem: "1. …", "(II) …". */
const NUMBERED_STATEMENTS = new RegExp(`(?:^|\\s|\\()(?:1|I)[.):]\\s[\\s\\S]*(?:\\s|\\()(?:2|II)[.):]\\s`);

function kindOf(text: string, stem: string): 'all' | 'combined' | null {
  if (ALL_OR_NONE.test(text) || ALL_OR_NONE_IN_WORDS.test(text)) return 'all';
  if (LETTERS.test(text) || SMALL_LETTERS.test(text) || NUMERALS.test(text)) return 'combined';
  return NUMERALS_BARE.test(text) && NUMBERED_STATEMENTS.test(stem) ? 'combined' : null;
}

const FIRST_WORD = /^(?:Both|Either|Neither|Only|Options?|Choices?) /;

const WORDS = {
  all: {
    why: 'Who knows that two options are right, or one is wrong, knows the rest without knowing the subject.',
    mend: 'Write an option that stands by itself, or make it an item with several keys.'
  },
  combined: {
    why: 'Combinations are solved by logic, and one fact gives several options away.',
    mend: 'Make it an item with several keys, and let each option hold one thing.'
  }
};

/**
 * L02: "all of the above", "none of the above", and combinations of other options (K-type). Source: NBME, Constructing
 * Written Test Questions; BMC Med Educ 2016, doi 10.1186/s12909-016-0559-7, table 1; cme-rules.md §6.1 rules 1 and 3.
 */
export const combinedOptions: LintRule = ({ type, stem, options, targets }) => {
  if (type !== 'single' && type !== 'multiple' && type !== 'matching') return [];
  const listed = [
    ...options.map(({ id, text }) => ({ place: `option:${id}`, text })),
    ...targets.map(({ id, text }) => ({ place: `target:${id}`, text }))
  ];
  return listed.flatMap(({ place, text }): LintFinding[] => {
    const read = plainText(text).replace(/[.:]$/, '');
    const kind = kindOf(
      read.replace(FIRST_WORD, (word) => word.toLowerCase()),
      stem
    );
    return kind === null
      ? []
      : [errorFinding({ rule: 'L02', place, what: `“${read}” refers to other options.`, ...WORDS[kind] })];
  });
};
