/* What the page of a question says of a response that the server has not acknowledged. */

const NOT_KEPT = 'Your answer was not saved. It is still selected below. Try again.';
const PRACTICE = 'Saved on this device, will send when online.';
const WAITS = 'Not saved yet. Your answer is kept on this device and is sent again by itself.';
const OFFLINE =
  'Not saved yet: you are offline. Your answer is kept on this device and is sent when you are online again.';
const TIMED = 'Only what arrives before the time is up counts.';
const CHANGED_SINCE = 'What you sent before is saved. What is chosen now is not saved yet.';
const NOT_COMPLETE = 'Nothing is sent yet: answer every part of the question first.';
const NOT_MARKED = 'That was not saved. Try again.';

function say(words: string, isKept: boolean): void {
  const alert = document.querySelector('#not-saved');
  // Said once, not at each try.
  if (!alert || alert.textContent === words) return;
  alert.classList.toggle('kept', isKept);
  alert.textContent = words;
}

/** The first response of practice stands: it cannot be changed while it waits, and the way on is open. */
function goOnWithout(form: HTMLFormElement): void {
  form.querySelector('fieldset')?.setAttribute('disabled', '');
  for (const button of form.querySelectorAll('.bar button')) button.remove();
  const way = form.querySelector('.bar a');
  if (!way) return;
  way.className = 'button';
  way.textContent = 'Next question';
}

/** Says that a response is not saved yet, and whether it is safe meanwhile. */
export function showWaiting(form: HTMLFormElement | null, isKept: boolean): void {
  if (!isKept) {
    say(NOT_KEPT, false);
    return;
  }
  if (form?.dataset['kind'] !== 'practice') {
    const words = navigator.onLine ? WAITS : OFFLINE;
    say(document.querySelector('details[data-left]') ? `${words} ${TIMED}` : words, true);
    return;
  }
  say(PRACTICE, true);
  goOnWithout(form);
}

/** Says, where no server can, that the response is not complete. */
export const showNotComplete = (): void => say(NOT_COMPLETE, false);

/** Says that a flag, or a ruled-out option, was not stored. */
export const showNotMarked = (): void => say(NOT_MARKED, false);

/** Says that what was sent is stored, and that the choice on the page is another one by now. */
export const showChangedSince = (): void => say(CHANGED_SINCE, true);
