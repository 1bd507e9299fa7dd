import type { CslName } from './csl-reference.ts';
import { familyWithParticles } from './person-name.ts';

/** AMA 11th ed., §3.7: more than six authors are shortened to the first three and "et al". */
const MOST_NAMED = 6;
const NAMED_BEFORE_ET_AL = 3;

/** "John Paul" → "JP", "J.-P." → "JP"; initials that are given as such ("DS") and scripts without case stay. */
function initialsOf(given: string): string {
  return given
    .split(/[\s.‐-]+/)
    .map((word) => {
      const hasCase = word.toLowerCase() !== word.toUpperCase();
      if (!hasCase || (word.length <= 3 && word === word.toUpperCase())) return word;
      return word.slice(0, 1).toUpperCase();
    })
    .join('');
}

/** AMA 11th ed., §3.7: "King ML Jr"; numerals as "2nd". */
function nameWords(name: CslName): string {
  const { given, suffix, literal } = name;
  const family = familyWithParticles(name);
  if (family === undefined) return literal ?? '';
  const initials = given === undefined ? '' : initialsOf(given);
  return [family, initials, suffix?.replace(/\.$/, '') ?? ''].filter((part) => part !== '').join(' ');
}

/**
 * Names as AMA prints them, without the closing period: "Chen DS, Mellman I". `truncated`: only the first are known, so
 * "et al" follows them however few they are. Empty where there are none.
 */
export function formatNames(names: readonly CslName[], truncated: boolean): string {
  const shortened = truncated || names.length > MOST_NAMED;
  const named = (shortened ? names.slice(0, NAMED_BEFORE_ET_AL) : names).map(nameWords);
  return [...named, ...(shortened ? ['et al'] : [])].join(', ');
}
