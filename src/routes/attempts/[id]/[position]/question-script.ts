/* Saves without leaving the question. Without this script, or where it fails to load, the form does the same by itself. */
import { forgetResponse, keepResponse, restoreUnsaved } from '#lib/components/attempt/kept-response.ts';
import { followKeys, showHints } from '#lib/components/attempt/key-shortcuts.ts';
import * as page from '#lib/components/attempt/question-page.ts';
import { sendForm } from './send-form.ts';

/** ux.md §6: a save that is quicker than this says nothing. */
const PATIENCE_MS = 400;

/** Requests go one after the other, each with the form as it then stands: a flag first, the answer after it. */
let queue = Promise.resolve();
let isSaving = false;

/** `buttonId` is empty for the hidden first button, which Enter presses. */
async function send(buttonId: string): Promise<void> {
  const form = page.questionForm();
  const button = document.getElementById(buttonId);
  if (!form) return;
  const sent = new FormData(form, button);
  const markAction = button?.getAttribute('formaction') ?? null;
  const at = page.shownPath();
  if (markAction === null) keepResponse(at, sent);
  const timer = setTimeout(() => page.showSaving(markAction === null), PATIENCE_MS);
  const answer = await sendForm(markAction ?? form.getAttribute('action') ?? '', sent);
  clearTimeout(timer);
  page.showSaving(false);
  if (!answer) {
    page.showNotSaved(markAction !== null);
    return;
  }
  if (markAction === null && !answer.response.url.includes('/sign-in?')) forgetResponse(at);
  const chosen = new FormData(form);
  if (!page.showAnswer(answer.response, answer.html)) return;
  showHints();
  if (button && markAction !== null) page.afterMark(button, chosen);
  else page.moveFocus(['#error-summary', '#conflict', '#feedback', 'h1']);
}

document.addEventListener('submit', (event) => {
  if (!(event.target instanceof HTMLFormElement) || event.target.id !== 'question-form') return;
  event.preventDefault();
  if (isSaving) return;
  const button = event.submitter;
  isSaving = !button?.hasAttribute('formaction');
  const done = () => {
    if (!button?.hasAttribute('formaction')) isSaving = false;
  };
  queue = queue.then(() => send(button?.id ?? '')).then(done, done);
});
addEventListener('popstate', () => {
  if (location.pathname !== page.shownPath()) location.reload();
});
page.announce('');
restoreUnsaved(page.shownPath(), page.nextSequence());
page.cleanAddress();
followKeys();
page.openOnWideScreens();
