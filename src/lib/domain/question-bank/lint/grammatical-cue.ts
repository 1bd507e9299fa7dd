import type { Choice } from './choices.ts';
import { choicesOf } from './choices.ts';
import type { LintFinding } from './lint-finding.ts';
import type { LintRule } from './lint-context.ts';
import { warningFinding } from './new-finding.ts';
import { leadInOf, plainText } from './plain-text.ts';
import { NOT_PLURAL, SILENT_H, VOWEL_LETTERS_AS_CONSONANTS } from './words/grammar-words.ts';

const WHY = 'An option that does not fit the sentence is ruled out without knowledge.';

/** Whether a word is spoken with a vowel first; of letters spelled out (MRI, NSAID) the name of the first letter decides. */
function startsWithVowel(text: string): boolean {
  const word = /^[\p{L}\p{N}]+/u.exec(text)?.[0] ?? '';
  if (/^[A-Z]{2,}/.test(word)) return /^[AEFHILMNORSX]/.test(word);
  if (/^(?:8|11|18)/.test(word)) return true;
  const small = word.toLowerCase();
  if (SILENT_H.some((start) => small.startsWith(start))) return true;
  if (VOWEL_LETTERS_AS_CONSONANTS.some((start) => small.startsWith(start))) return false;
  return /^[aeiou]/.test(small);
}

/** A lead-in that ends in "a" or "an" goes on in the option. */
function articleCues(leadIn: string, choices: Choice[]): LintFinding[] {
  const article = /\b(an?)\s*(?:[:…]|\.\.\.|_+)?$/i.exec(leadIn)?.[1]?.toLowerCase();
  if (article === undefined) return [];
  return choices
    .filter(({ text }) => startsWithVowel(text) !== (article === 'an'))
    .map(({ place, text }) =>
      warningFinding({
        rule: 'L07',
        place,
        what: `The lead-in ends in “${article}”, which does not go with “${text}”.`,
        why: WHY,
        mend: 'Ask a whole question, or move the article into the options.'
      })
    );
}

/** Whether a short option names several things, judged by its head noun: the word before the first preposition. */
function isPlural(text: string): boolean | null {
  const head = text.split(
    /,|\s+(?:of|in|to|with|for|from|on|at|by|between|during|without|that|and|or|than|as)\s/i
  )[0];
  const words = head?.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  const last = words.at(-1);
  if (last === undefined || words.length > 4) return null;
  if (NOT_PLURAL.some((ending) => last.endsWith(ending))) return false;
  return last.length > 3 && last.endsWith('s');
}

/** "Which structure is …" asks for one thing, "Which structures are …" for several. */
function numberAsked(leadIn: string): 'one' | 'several' | null {
  const verb = /\b(?:which|what)\b(?:\s+(?!is\b|was\b|are\b|were\b)[\w-]+){0,5}?\s+(is|was|are|were)\b/i.exec(
    leadIn
  )?.[1];
  if (verb === undefined || /\bwhich of\b/i.test(leadIn)) return null;
  return /^(?:is|was)$/i.test(verb) ? 'one' : 'several';
}

/** Only where the keys agree with the lead-in does a distractor that does not agree tell something. */
function numberCues(leadIn: string, choices: Choice[]): LintFinding[] {
  const asked = numberAsked(leadIn);
  if (asked === null) return [];
  const disagrees = ({ text }: Choice) => isPlural(text) === (asked === 'one');
  const keys = choices.filter(({ isKey }) => isKey);
  if (keys.length === 0 || keys.some(({ text }) => isPlural(text) !== (asked === 'several'))) return [];
  return choices.filter(disagrees).map(({ place, text }) =>
    warningFinding({
      rule: 'L07',
      place,
      what: `The lead-in asks for ${asked === 'one' ? 'one thing' : 'several'}; “${text}” is ${asked === 'one' ? 'several' : 'one'}.`,
      why: WHY,
      mend: 'Use the same number in all options, and the lead-in that goes with it.'
    })
  );
}

/**
 * L07: options that do not fit the lead-in by article (a/an) or number. Source: NBME, Constructing Written Test Questions
 * ("grammatical cues"); BMC Med Educ 2016, doi 10.1186/s12909-016-0559-7, table 1; cme-rules.md §6.1 rule 9.
 */
export const grammaticalCue: LintRule = (draft) => {
  const choices = choicesOf(draft);
  const leadIn = plainText(leadInOf(draft));
  return [...articleCues(leadIn, choices), ...numberCues(leadIn, choices)];
};
