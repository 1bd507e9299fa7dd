/* Saves without leaving the question. Without this script, or where it fails to load, the form does the same by itself. */
import { asItStands } from '#lib/components/attempt/as-it-stands.ts';
import { followKeys } from '#lib/components/attempt/key-shortcuts.ts';
import * as page from '#lib/components/attempt/question-page.ts';
import { showNotMarked } from '#lib/components/attempt/waiting-notice.ts';
import { isFromProgram } from '#lib/domain/attempt/sending-outcome.ts';
import { sendForm } from '../../sending.ts';
import { respond, resume } from './answering.ts';
import { inTurn } from './in-turn.ts';
import { textFields } from './transmit.ts';

let isSaving = false;

/** A flag, a ruled-out option or a move: small, and not kept. */
async function mark(pressed: HTMLButtonElement): Promise<void> {
  const form = page.questionForm();
  const button = asItStands(pressed, page.findButton);
  if (!form || !button) return;
  const answer = await sendForm(button.getAttribute('formaction') ?? '', textFields(form, button));
  if (!answer || answer.status >= 500 || !isFromProgram(answer)) {
    showNotMarked();
    return;
  }
  const chosen = new FormData(form);
  if (page.showAnswer(answer)) page.afterMark(button, chosen);
}

document.addEventListener('submit', (event) => {
  if (!(event.target instanceof HTMLFormElement) || event.target.id !== 'question-form') return;
  event.preventDefault();
  if (isSaving) return;
  const button = event.submitter;
  if (button instanceof HTMLButtonElement && button.hasAttribute('formaction')) {
    void inTurn(() => mark(button));
    return;
  }
  isSaving = true;
  void inTurn(respond).finally(() => {
    isSaving = false;
  });
});
addEventListener('popstate', () => {
  if (location.pathname !== page.shownPath()) location.reload();
});
page.announce('');
resume();
page.cleanAddress();
followKeys();
page.settleIn();
// Who pressed the button before this script was there is on a page that the browser loaded itself.
page.moveFocus(['#error-summary']);
