import { splitAtCitations } from '../../reference/citation-marks.ts';
import type { ItemDraft } from '../item-draft.ts';
import { splitStem } from '../stem-parts.ts';

/** The text as it is read, without citation marks; white space is one space. */
function withoutMarks(text: string): string {
  const parts = text.includes('[@') ? splitAtCitations(text) : null;
  const read = parts?.map((part) => (part.kind === 'text' ? part.text : '')).join('') ?? text;
  return read.replace(/\s+/g, ' ').trim();
}

/** The same without the signs of emphasis. */
export const plainText = (text: string): string => withoutMarks(text).replace(/\*\*|__/g, '');

/** Text parted into sentences; a point inside a number or before a small letter ends none. */
export const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.?!]["”’')*]*)\s+(?=["“‘'(*]*[A-Z0-9])/).filter((sentence) => sentence !== '');

/** How often an option may be used is said beside the lead-in, not by it: "One term is not used." */
const ABOUT_USE =
  /\b(?:is|are|will|may) not(?: be)? (?:used|needed)\W*$|\bused (?:only |at most |exactly |just )?(?:once|twice|more than once|several times|repeatedly|not at all|any number of times)\b/i;

/**
 * The sentence that asks: the last one with a question mark, else the last of the lead-in. Emphasis is kept.
 * Empty for an empty stem.
 */
export function leadInOf({ type, stem }: ItemDraft): string {
  const sentences = sentencesOf(withoutMarks(splitStem(stem).leadIn));
  const asking = sentences.filter((sentence) => /\?["”’')*_]*$/.test(sentence));
  const others = sentences.filter((sentence) => type !== 'matching' || !ABOUT_USE.test(sentence));
  return asking.at(-1) ?? others.at(-1) ?? sentences.at(-1) ?? '';
}
