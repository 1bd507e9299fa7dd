/* What the script of the question page does to the page: swap its content, move the focus, say what happened. */

import { showLocalTimes } from '../ui/local-clock.ts';
import { followTime } from './follow-time.ts';
import { showHints } from './key-shortcuts.ts';
import { sheetsOf } from './sheets-of.ts';

let shown = location.pathname;

/** Those of the version of the program that this page came from. */
const sheets = sheetsOf(document.documentElement.outerHTML);

/** The path of the question that is shown; the address of the page follows it. */
export const shownPath = (): string => shown;

/** The form of the question, if it can be answered. */
export const questionForm = (): HTMLFormElement | null => document.querySelector('#question-form');

/** Says something in few words to who cannot see the change; the region outlives the content of the page. */
export function announce(words: string): void {
  let region = document.querySelector('body > .vh[role="status"]');
  if (!region) {
    region = document.createElement('p');
    region.className = 'vh';
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  region.textContent = words;
}

/** The button keeps its label and says that it is at work. */
export function showSaving(isSaving: boolean): void {
  const button = document.querySelector('#save');
  button?.querySelector('.saving')?.remove();
  if (!button || !isSaving) return;
  const words = document.createElement('span');
  words.className = 'saving';
  words.textContent = ' Saving…';
  button.append(words);
}

/** Whether a response can be given on the page. */
export const isOpen = (): boolean => questionForm()?.querySelector('fieldset')?.disabled === false;

/** Whether something is chosen everywhere; how many options there must be is for the server to say. */
export function isFilledIn(): boolean {
  const fields = [...(questionForm()?.querySelectorAll('select, input[name="response"]') ?? [])];
  const isTyped = (field: Element) => 'value' in field && field.value !== '';
  return fields.length > 0
    ? fields.every(isTyped)
    : document.querySelector('#question-form :checked') !== null;
}

/** Fills the form in with what was chosen. */
export function fillIn(fields: FormData | URLSearchParams): void {
  for (const control of questionForm()?.elements ?? []) {
    if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)) {
      control.checked = fields.getAll(control.name).includes(control.value);
    }
    const typed =
      control instanceof HTMLInputElement && control.type === 'text' ? fields.get(control.name) : null;
    if (control instanceof HTMLInputElement && typeof typed === 'string') control.value = typed;
    const value = control instanceof HTMLSelectElement ? fields.get(control.name) : null;
    if (control instanceof HTMLSelectElement && typeof value === 'string') control.value = value;
  }
}

/** On a wide screen the other options stand open; the server cannot know the width. */
function openOnWideScreens(): void {
  if (!matchMedia('(min-width: 48rem)').matches) return;
  for (const details of document.querySelectorAll('details[data-open-on-wide]'))
    details.setAttribute('open', '');
}

/** What the server cannot know of the reader: the width of the screen, and the hour. */
export function settleIn(): void {
  openOnWideScreens();
  showLocalTimes();
  followTime(announce);
}

/** Shows the content of a page that the server sent; false where it has none. */
function swapContent(html: string): boolean {
  // Its styles are those of this page, and their nonce is not.
  const next = new DOMParser().parseFromString(html.replaceAll(/<style.*?<\/style>/gs, ''), 'text/html');
  const from = next.querySelector('main');
  const main = document.querySelector('main');
  if (!from || !main) return false;
  document.title = next.title;
  main.replaceChildren(...from.childNodes);
  settleIn();
  showHints();
  return true;
}

type Answered = { url: URL; redirected: boolean; html: string };

/** Whether the page is of another version of the program, and nothing is on it that would be lost by loading it anew. */
const isOfNewVersion = ({ redirected, html }: Answered): boolean => redirected && sheetsOf(html) !== sheets;

/**
 * Shows the page of a question in place. Any other (the check of all answers, sign-in, one of a program that was replaced
 * meanwhile) is for the browser to load; then false.
 */
export function showAnswer(answered: Answered): boolean {
  const { url, redirected, html } = answered;
  const { pathname } = url;
  const isElsewhere = !/^\/attempts\/[^/]+\/\d+$/.test(pathname) || isOfNewVersion(answered);
  if (isElsewhere || !swapContent(html)) {
    location.assign(url.href);
    return false;
  }
  const mark = document.querySelector('#feedback') ? '#feedback' : '';
  if (redirected) history[pathname === shown ? 'replaceState' : 'pushState'](null, '', pathname + mark);
  if (pathname !== shown) scrollTo(0, 0);
  shown = pathname;
  return true;
}

/** Whether the address carries a response, as it does after sign-in. */
export const holdsResponse = (): boolean =>
  /[?&](option|response|match-\w+|position-\w+)=/.test(location.search);

/** Takes a response out of the address once the form holds it, so that Back does not bring it again. */
export function cleanAddress(): void {
  if (holdsResponse()) history.replaceState(null, '', shown);
}

/** Moves the focus to the first of these that is there: the feedback, what is wrong, or the question itself. */
export function moveFocus(selectors: string[]): void {
  const found = selectors.map((selector) => document.querySelector<HTMLElement>(selector)).find(Boolean);
  found?.focus();
}

/** The button of the form with that id, if there is one. */
export function findButton(id: string): HTMLButtonElement | null {
  const found = document.getElementById(id);
  return found instanceof HTMLButtonElement ? found : null;
}

/** After a flag, a ruled-out option or a move: the same button has the focus again, and a few words say what it did. */
export function afterMark(button: HTMLElement, chosen: FormData): void {
  if (!button.id.startsWith('move-')) fillIn(chosen);
  moveFocus([`#${button.id}`]);
  announce(button.dataset['done'] ?? '');
}

/** Says when the response was stored, as the page that came says it. */
export function announceSaved(): void {
  const words = document.querySelector('#saved')?.textContent ?? '';
  if (words !== '')
    announce(
      words
        .replaceAll(/\s+/g, ' ')
        .replace(/\. You can.*/, '')
        .trim()
    );
}
