import { tick } from 'svelte';
import { applyAction, type enhance } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import { forgetResponse, keepResponse } from './kept-response.ts';

type Submit = NonNullable<Parameters<typeof enhance>[1]>;
type Answer = Parameters<typeof applyAction>[0];

const NOT_SAVED = 'Your answer was not saved. It is still selected below. Try again.';

/** ux.md §6: a save that is quicker than this says nothing. */
const PATIENCE_MS = 400;

const focus = (id: string) => document.getElementById(id)?.focus();

/** What the buttons beside the answer did, in a few words for the live region. */
function markWords(button: HTMLElement | null): string {
  const name = button?.getAttribute('name');
  const value = button?.getAttribute('value') ?? '';
  if (name === 'flagged') return value === 'yes' ? 'Flagged for later' : 'Flag removed';
  return `Option ${value.toUpperCase()} ${name === 'rule-out' ? 'ruled out' : 'brought back'}`;
}

/** Shows what the server said, and moves the focus to what is new. */
async function show(result: Answer): Promise<void> {
  await applyAction(result);
  if (result.type === 'failure') await invalidateAll();
  await tick();
  focus(result.type !== 'failure' ? 'feedback' : result.status === 409 ? 'conflict' : 'error-summary');
}

/** Sends the question's form without leaving the page. `place` names attempt and position. */
export function createSaver(place: () => string) {
  const saver = $state({ busy: false, saving: false, status: '', alert: '' });

  const submit: Submit = ({ submitter, formData, cancel }) => {
    if (saver.busy) {
      cancel();
      return;
    }
    const isResponse = !submitter?.hasAttribute('formaction');
    const at = place();
    const timer = setTimeout(() => (saver.saving = isResponse), PATIENCE_MS);
    Object.assign(saver, { busy: true, status: '', alert: '' });
    if (isResponse) keepResponse(at, formData);
    return async ({ result, update }) => {
      clearTimeout(timer);
      Object.assign(saver, { busy: false, saving: false });
      if (result.type === 'error') saver.alert = isResponse ? NOT_SAVED : 'That was not saved. Try again.';
      if (result.type === 'error') return;
      const isSignedOut = result.type === 'redirect' && result.location.startsWith('/sign-in');
      if (isResponse && !isSignedOut) forgetResponse(at);
      if (isResponse || result.type !== 'success') return show(result);
      saver.status = markWords(submitter);
      await update({ reset: false });
    };
  };
  return { state: saver, submit };
}
