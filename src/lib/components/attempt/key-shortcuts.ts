import { keep, readKept } from '../ui/device-storage.ts';
import { readShortcut } from './shortcuts.ts';

/* Single-key shortcuts: never while a text field has the focus, and with a switch of their own (WCAG 2.1.4). */

const SWITCH = 'footnote.shortcuts';

let armed = false;

const areOn = () => readKept(SWITCH) !== 'off';

/** Presses the control that the pointer would press, so that there is one way to do each thing. */
const press = (selector: string) => document.querySelector<HTMLElement>(selector)?.click();

function onKey(event: KeyboardEvent): void {
  const shortcut = areOn() ? readShortcut(event, armed) : null;
  armed = shortcut?.kind === 'arm-rule-out';
  if (!shortcut) return;
  event.preventDefault();
  if (shortcut.kind === 'go-on') press('#save, #go-on');
  else if (shortcut.kind === 'flag') press('#flag');
  else if (shortcut.kind === 'choose') press(`#option-${shortcut.letter}`);
  else if (shortcut.kind === 'rule-out') press(`#rule-out-${shortcut.letter}`);
}

/** Shows the hints, which only mean something with a script, and which way their switch stands. */
export function showHints(): void {
  const hints = document.querySelector<HTMLElement>('#key-hints');
  if (!hints) return;
  hints.hidden = false;
  const on = areOn();
  const keys = hints.querySelector<HTMLElement>('p');
  const button = hints.querySelector('button');
  if (keys) keys.hidden = !on;
  if (button) button.textContent = on ? 'Turn shortcuts off' : 'Turn shortcuts on';
}

function onClick({ target }: MouseEvent): void {
  if (!(target instanceof Element) || !target.closest('#key-hints button')) return;
  keep(SWITCH, areOn() ? 'off' : null);
  showHints();
}

/** Listens to the keyboard, and to the switch. */
export function followKeys(): void {
  document.addEventListener('keydown', onKey);
  document.addEventListener('click', onClick);
  showHints();
}
