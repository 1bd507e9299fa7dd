/* Saves without leaving the question. Without this script, or where it fails to load, the form does the same by itself. */
import { forgetResponse, keepResponse, restoreUnsaved } from '#lib/components/attempt/kept-response.ts';
import { followKeys, showHints } from '#lib/components/attempt/key-shortcuts.ts';
import * as page from '#lib/components/attempt/question-page.ts';
import { sendForm } from './send-form.ts';

/** ux.md §6: a save that is quicker than this says nothing. */
const PATIENCE_MS = 400;

let busy = false;
let shown = location.pathname;

/** Shows a question's page in place; any other (check, sign-in) is for the browser to load. */
function show({ url, redirected }: Response, html: string): void {
  const { pathname } = new URL(url);
  if (!/^\/attempts\/[^/]+\/\d+$/.test(pathname) || !page.swapContent(html)) {
    location.assign(url);
    return;
  }
  const mark = document.querySelector('#feedback') ? '#feedback' : '';
  if (redirected) history[pathname === shown ? 'replaceState' : 'pushState'](null, '', pathname + mark);
  if (pathname !== shown) scrollTo(0, 0);
  shown = pathname;
  showHints();
}

async function save(form: HTMLFormElement, button: HTMLElement): Promise<void> {
  const sent = new FormData(form, button);
  const isMark = button.hasAttribute('formaction');
  const action = button.getAttribute('formaction') ?? form.getAttribute('action') ?? '';
  const at = shown;
  if (!isMark) keepResponse(at, sent);
  const timer = setTimeout(() => page.showSaving(!isMark), PATIENCE_MS);
  const answer = await sendForm(action, sent);
  clearTimeout(timer);
  page.showSaving(false);
  if (!answer) {
    page.showNotSaved(isMark);
    return;
  }
  if (!isMark && !answer.response.url.includes('/sign-in?')) forgetResponse(at);
  const chosen = new FormData(form);
  show(answer.response, answer.html);
  if (isMark) page.afterMark(button, chosen);
  else page.moveFocus(['#error-summary', '#conflict', '#feedback', 'h1']);
}

document.addEventListener('submit', (event) => {
  if (!(event.target instanceof HTMLFormElement) || event.target.id !== 'question-form') return;
  event.preventDefault();
  if (busy || !event.submitter) return;
  busy = true;
  void save(event.target, event.submitter).finally(() => (busy = false));
});
addEventListener('popstate', () => {
  if (location.pathname !== shown) location.reload();
});
restoreUnsaved(shown, page.nextSequence());
followKeys();
page.openOnWideScreens();
