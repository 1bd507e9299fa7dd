import type { ItemDraft } from '../item-draft.ts';
import { choicesOf } from './choices.ts';
import type { LintRule } from './lint-context.ts';
import type { LintFinding } from './lint-finding.ts';
import { warningFinding } from './new-finding.ts';
import { splitStem } from '../stem-parts.ts';
import { plainText } from './plain-text.ts';
import { ABSOLUTE_TERMS, VAGUE_TERMS } from './words/telling-words.ts';

/** ALL is a leukemia, May a month, and "all of the above" is a flaw of its own (L02). */
const OTHER_MEANING = /\bALL\b|\bMay (?=\d)|\b[Aa]ll of (?:the above|these|them)\b/g;

const patternOf = (terms: readonly string[]) => new RegExp(`\\b(?:${terms.join('|')})\\b`, 'i');

const ABSOLUTE = patternOf(ABSOLUTE_TERMS);
const VAGUE = patternOf(VAGUE_TERMS);

type Hit = { place: string; term: string };

/** Where the terms stand: in options, or in the statement of a true/false item. */
function hitsOf(draft: ItemDraft, terms: RegExp): Hit[] {
  const statement = { place: 'stem', text: plainText(splitStem(draft.stem).leadIn) };
  const texts = draft.type === 'true-false' ? [statement] : choicesOf(draft);
  return texts.flatMap(({ place, text }) => {
    const term = terms.exec(text.replace(OTHER_MEANING, ''))?.[0];
    return term === undefined ? [] : [{ place, term }];
  });
}

const findings = (hits: Hit[], words: Pick<LintFinding, 'rule' | 'why' | 'mend'>): LintFinding[] =>
  hits.map(({ place, term }) => warningFinding({ ...words, place, what: `“${term}” stands in it.` }));

/**
 * L04: absolute terms (always, never, only, all) in options or in a true/false statement. Source: NBME, Constructing
 * Written Test Questions; BMC Med Educ 2016, doi 10.1186/s12909-016-0559-7, table 1; cme-rules.md §6.1 rule 4.
 */
export const absoluteTerms: LintRule = (draft) =>
  findings(hitsOf(draft, ABSOLUTE), {
    rule: 'L04',
    why: 'Little in medicine is absolute: test-wise readers rule such options out.',
    mend: 'Say how far it holds, e.g. for whom or under which condition.'
  });

/**
 * L05: vague frequencies (usually, often, may, rarely) in options or in a true/false statement. Source: NBME,
 * Constructing Written Test Questions; BMC Med Educ 2016, doi 10.1186/s12909-016-0559-7, table 1; cme-rules.md §6.1
 * rule 5.
 */
export const vagueTerms: LintRule = (draft) =>
  findings(hitsOf(draft, VAGUE), {
    rule: 'L05',
    why: 'Experts read different frequencies into such words, and a statement with one is seldom wrong.',
    mend: 'Give the frequency, or state it without the word.'
  });
