/* What the script of the question page does to the page: swap its content, move the focus, say what happened. */

const NOT_SAVED = 'Your answer was not saved. It is still selected below. Try again.';
const NOT_MARKED = 'That was not saved. Try again.';

let shown = location.pathname;

/** The path of the question that is shown; the address of the page follows it. */
export const shownPath = (): string => shown;

/** The form of the question, if it can be answered. */
export const questionForm = (): HTMLFormElement | null => document.querySelector('#question-form');

/** Says something in few words to who cannot see the change; the region outlives the content of the page. */
export function announce(words: string): void {
  let region = document.querySelector('body > [role="status"]');
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
  const alert = document.querySelector('#not-saved');
  if (alert && isSaving) alert.textContent = '';
  const button = document.querySelector('#save');
  button?.querySelector('.saving')?.remove();
  if (!button || !isSaving) return;
  const words = document.createElement('span');
  words.className = 'saving';
  words.textContent = ' Saving…';
  button.append(words);
}

/** Nothing was stored, as far as anybody knows: everything stays as it is, with the reason above it. */
export function showNotSaved(isMark: boolean): void {
  const alert = document.querySelector('#not-saved');
  if (alert) alert.textContent = isMark ? NOT_MARKED : NOT_SAVED;
}

/** The sequence that the form on the page carries; without a form, one that nothing unsaved reaches. */
export function nextSequence(): number {
  const field = document.querySelector<HTMLInputElement>('#question-form [name="sequence"]');
  return field ? Number(field.value) : Infinity;
}

/** Fills the form in with what was chosen while the server's answer was on its way. */
function fillIn(fields: FormData): void {
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
export function openOnWideScreens(): void {
  if (!matchMedia('(min-width: 48rem)').matches) return;
  for (const details of document.querySelectorAll('details[data-open-on-wide]'))
    details.setAttribute('open', '');
}

/** Shows the content of a page that the server sent; false where it has none. */
function swapContent(html: string): boolean {
  const next = new DOMParser().parseFromString(html, 'text/html');
  const from = next.querySelector('main');
  const main = document.querySelector('main');
  if (!from || !main) return false;
  document.title = next.title;
  main.replaceChildren(...from.childNodes);
  openOnWideScreens();
  return true;
}

/**
 * Shows the page of a question in place. Any other (the check of all answers, sign-in) is for the browser to load; then
 * false.
 */
export function showAnswer({ url, redirected }: Response, html: string): boolean {
  const { pathname } = new URL(url);
  if (!/^\/attempts\/[^/]+\/\d+$/.test(pathname) || !swapContent(html)) {
    location.assign(url);
    return false;
  }
  const mark = document.querySelector('#feedback') ? '#feedback' : '';
  if (redirected) history[pathname === shown ? 'replaceState' : 'pushState'](null, '', pathname + mark);
  if (pathname !== shown) scrollTo(0, 0);
  shown = pathname;
  return true;
}

/** Takes a response out of the address once the form holds it, so that Back does not bring it again. */
export function cleanAddress(): void {
  if (/[?&](option|response|match-\w+|position-\w+)=/.test(location.search))
    history.replaceState(null, '', shown);
}

/** Moves the focus to the first of these that is there: the feedback, what is wrong, or the question itself. */
export function moveFocus(selectors: string[]): void {
  const found = selectors.map((selector) => document.querySelector<HTMLElement>(selector)).find(Boolean);
  found?.focus();
}

/** After a flag, a ruled-out option or a move: the same button has the focus again, and a few words say what it did. */
export function afterMark(button: HTMLElement, chosen: FormData): void {
  if (!button.id.startsWith('move-')) fillIn(chosen);
  moveFocus([`#${button.id}`]);
  announce(button.dataset['done'] ?? '');
}
