import { COMMON_PHRASES, COMMON_WORDS } from './common-passwords.ts';
import { LEAKED_PASSWORDS } from './leaked-passwords.ts';
import { passwordFingerprint } from './password-fingerprint.ts';
import { isRepetition, isWalk, takeOut } from './password-patterns.ts';

/** NIST SP 800-63B-4: at least 15 where the password is the only factor; counted in code points. */
const SHORTEST_PASSWORD = 15;

/** Generous, and short enough that hashing cannot be abused. */
const LONGEST_PASSWORD = 128;

const PRODUCT_WORDS = ['footnote', 'cme', 'continuing', 'medical', 'education', 'quiz'];

/** So many common words of different kinds make a phrase that lists do not hold. */
const WORDS_OF_A_PHRASE = 3;

/** Fewer other letters than this beside common words and digits do not help. */
const LETTERS_THAT_HELP = 4;

const LEET: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i'
};

/** `P@ssw0rd123` is read as `password`: digits at the ends are no letters in disguise. */
const withoutLeet = (text: string) =>
  [...text.replace(/^\P{L}+|\P{L}+$/gu, '')].map((letter) => LEET[letter] ?? letter).join('');

const lettersOf = (text: string) => text.replace(/[^\p{L}]/gu, '');

function wordsOf(texts: readonly string[]): Set<string> {
  const pieces = texts.flatMap((text) => text.toLowerCase().split(/[^\p{L}]+/u));
  return new Set(pieces.filter((piece) => piece.length >= 3));
}

function madeOf(text: string, words: ReadonlySet<string>): string[] | null {
  const { found, left } = takeOut(text, words);
  return found.length > 0 && lettersOf(left).length < LETTERS_THAT_HELP ? [...new Set(found)] : null;
}

function commonProblem(text: string): string | null {
  if (isRepetition(text))
    return 'This password repeats itself, so it is easily guessed. Use a few unrelated words.';
  if (isWalk(text))
    return 'This password follows the alphabet, the digits or the keyboard. Use a few unrelated words.';
  const plain = withoutLeet(text);
  if ([text, plain].some((form) => COMMON_PHRASES.has(lettersOf(form)))) {
    return 'This phrase is on lists of common passwords. Use a few unrelated words.';
  }
  const words = madeOf(text, COMMON_WORDS) ?? madeOf(plain, COMMON_WORDS);
  if (words === null || words.length >= WORDS_OF_A_PHRASE) return null;
  return `This password is made of "${words.join('" and "')}", which attackers try first. Add unrelated words.`;
}

/** `context`: what an attacker knows of the person: e-mail address, names. */
function contextProblem(text: string, context: readonly string[]): string | null {
  const own = wordsOf([...context, ...PRODUCT_WORDS]);
  const all = new Set([...own, ...COMMON_WORDS]);
  const words = madeOf(text, all) ?? madeOf(withoutLeet(text), all);
  if (words === null || !words.some((word) => own.has(word))) return null;
  if (words.filter((word) => !own.has(word)).length >= WORDS_OF_A_PHRASE) return null;
  return 'This password is made of your name, your e-mail address or the name of this site. Use unrelated words.';
}

const LEAKED = 'This password is on lists of leaked passwords. Use a few unrelated words.';

/**
 * Why a new password is refused, in words for the person, or null. Length in code points and block lists; no rules of
 * composition, by NIST SP 800-63B-4 and ASVS 6.2. The lists hold more than 3,000 leaked passwords of this length, the most
 * common ones among them (6.2.4). A service that knows every leaked password (6.2.12) is not asked: that would be a request to a third party.
 */
export function findPasswordProblem(password: string, context: readonly string[]): string | null {
  const length = [...password].length;
  if (length === 0) return 'Enter a password';
  if (length < SHORTEST_PASSWORD)
    return `Use at least ${SHORTEST_PASSWORD} characters. A few unrelated words are easy to remember.`;
  if (length > LONGEST_PASSWORD) return `Use at most ${LONGEST_PASSWORD} characters.`;
  const text = password.normalize('NFKC').toLowerCase();
  const problem = contextProblem(text, context) ?? commonProblem(text);
  return problem ?? (LEAKED_PASSWORDS.has(passwordFingerprint(text)) ? LEAKED : null);
}
