/** What a key asks for; `letter` is the shown id of an option. */
export type Shortcut =
  | { kind: 'choose'; letter: string }
  | { kind: 'rule-out'; letter: string }
  | { kind: 'arm-rule-out' }
  | { kind: 'flag' }
  | { kind: 'go-on' };

/** Where a letter has a meaning of its own: text fields take it, selects search by it. */
const TAKES_LETTERS = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]';

/** Controls that Enter already works on. */
const TAKES_ENTER = 'a, button, summary, input';

/** The element with the focus, as far as shortcuts ask about it. */
type Focus = { closest: (selector: string) => unknown };

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'> & { target: unknown };

const isFocus = (target: unknown): target is Focus =>
  typeof target === 'object' && target !== null && 'closest' in target;

/** `a` to `e` for a letter or a digit of the first five options, or null. */
function letterOf(key: string): string | null {
  if (/^[a-e]$/.test(key)) return key;
  return /^[1-5]$/.test(key) ? 'abcde'.charAt(Number(key) - 1) : null;
}

/** The shortcut of a key, or null. `armed`: X was pressed just before, so that a letter rules out. */
export function readShortcut(event: Key, armed: boolean): Shortcut | null {
  const isAt = (selector: string) => isFocus(event.target) && Boolean(event.target.closest(selector));
  if (event.ctrlKey || event.metaKey || event.altKey || isAt(TAKES_LETTERS)) return null;
  if (event.key === 'Enter') return isAt(TAKES_ENTER) ? null : { kind: 'go-on' };
  const key = event.key.toLowerCase();
  if (key === 'f') return { kind: 'flag' };
  if (key === 'x') return { kind: 'arm-rule-out' };
  const letter = letterOf(key);
  return letter === null ? null : { kind: armed ? 'rule-out' : 'choose', letter };
}
