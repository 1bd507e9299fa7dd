import { keptResponse, type KeptResponse } from '#lib/components/attempt/kept-response.ts';
import * as page from '#lib/components/attempt/question-page.ts';
import { showChangedSince, showNotComplete, showWaiting } from '#lib/components/attempt/waiting-notice.ts';
import { makeRetries } from '#lib/components/ui/retries.ts';
import { inTurn } from './in-turn.ts';
import { hasChanged, toSend, transmit } from './transmit.ts';

/** What was sent last, and whether nobody has said yet what became of it. */
let last: KeptResponse | null = null;
let isWaiting = false;

const retries = makeRetries(() => void inTurn(sendLast));

/** Sends what waits until the server has said what became of it. */
async function sendLast(): Promise<void> {
  const sent = last;
  if (!sent || !isWaiting) return;
  const { outcome, answer, isKept } = await transmit(sent);
  isWaiting = outcome === 'unknown' || !answer;
  if (isWaiting || !answer) {
    showWaiting(page.questionForm(), isKept && page.isFilledIn());
    retries.later();
    return;
  }
  retries.stop();
  const isElse = outcome === 'stored' && hasChanged(sent);
  if (isElse) showChangedSince();
  if (isElse || !page.showAnswer(answer)) return;
  page.moveFocus(['#error-summary', '#conflict', '#feedback', 'h1']);
  if (outcome === 'stored') page.announceSaved();
}

/** Sends what is chosen on the page. */
export async function respond(): Promise<void> {
  const form = page.questionForm();
  if (!form) return;
  if (!navigator.onLine && !page.isFilledIn()) {
    showNotComplete();
    return;
  }
  last = toSend(form, page.shownPath(), last);
  isWaiting = true;
  await sendLast();
}

/** Sends what this browser still holds for the question, as if its button had been pressed again. */
export function resume(): void {
  // What came back from sign-in stands in the form and is offered: another person may sit here by now.
  const kept = page.isOpen() && page.holdsResponse() ? null : keptResponse(page.shownPath());
  if (!kept) return;
  if (page.isOpen()) page.fillIn(kept.fields);
  last = kept;
  isWaiting = true;
  void inTurn(sendLast);
}
