/** Walks over the keyboard, the alphabet and the digits, as people type them; read in both directions. */
const WALKS = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'qsdfghjklm',
  'zxcvbnm',
  'yxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '!@#$%^&*()',
  '!"£$%^&*()'
];

const BOTH_WAYS = WALKS.flatMap((walk) => [walk, [...walk].reverse().join('')]);

/** Short runs happen in honest words ("tuv", "ert"); from this length on a run counts as a walk. */
const SHORTEST_RUN = 4;

function runAt(text: string, start: number): number {
  let length = 1;
  while (
    start + length < text.length &&
    BOTH_WAYS.some((walk) => walk.includes(text.slice(start, start + length + 1)))
  ) {
    length += 1;
  }
  return length;
}

/** Whether at least three quarters of the text are walks, e.g. `123456789012345`, `qwertyuiop[asdf`. */
export function isWalk(text: string): boolean {
  let covered = 0;
  for (let at = 0; at < text.length;) {
    const length = runAt(text, at);
    if (length >= SHORTEST_RUN) covered += length;
    at += length;
  }
  return covered * 4 >= text.length * 3;
}

/** A text of 15 characters or more that has no more different ones than this is hardly more than one of them. */
const FEWEST_CHARACTERS = 5;

/**
 * Whether the text is one piece over and over, the last one perhaps cut short (`abc1abc1abc1abc1`), or has hardly any
 * different characters (`aaaaaaaaaaaaaab`).
 */
export function isRepetition(text: string): boolean {
  if (new Set(text).size <= FEWEST_CHARACTERS) return true;
  for (let period = 1; period <= text.length / 2; period += 1) {
    if (text.slice(period) === text.slice(0, -period)) return true;
  }
  return false;
}

/**
 * Takes words out of the text, the longest that fits first, and returns those found and what is left over.
 * `dragon.monkey1` with the words dragon and monkey: found both, left `.1`.
 */
export function takeOut(text: string, words: ReadonlySet<string>): { found: string[]; left: string } {
  const found: string[] = [];
  let left = '';
  for (let at = 0; at < text.length;) {
    const word = longestAt(text, { at, words });
    if (word === null) left += text[at] ?? '';
    else found.push(word);
    at += word?.length ?? 1;
  }
  return { found, left };
}

const LONGEST_WORD = 32;

function longestAt(text: string, { at, words }: { at: number; words: ReadonlySet<string> }): string | null {
  for (let length = Math.min(LONGEST_WORD, text.length - at); length >= 3; length -= 1) {
    const piece = text.slice(at, at + length);
    if (words.has(piece)) return piece;
  }
  return null;
}
