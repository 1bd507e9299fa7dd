import { showDeviceNotice } from '#lib/components/ui/device-notice.ts';
import { listWaiting, sendWaiting } from './send-waiting.ts';

const NOT_YET = 'Answers on this device are not saved yet. They are sent again by themselves; then finish.';
const WOULD_LOSE =
  'Answers on this device were not sent yet, and signing out loses them. Sign out all the same?';

/** Signing out clears this device, and an attempt that is finished takes no more answers: both wait for what waits. */
const mustWait = (form: HTMLFormElement): boolean =>
  new URL(form.action).pathname === '/sign-out' || /^\/attempts\/[^/]+\/check$/.test(location.pathname);

async function sendFirst(form: HTMLFormElement): Promise<void> {
  const { left } = await sendWaiting();
  const isSignOut = new URL(form.action).pathname === '/sign-out';
  if (left === 0 && isSignOut) form.submit();
  // The list of answers has changed: it is to be read before it is finished.
  else if (left === 0) location.reload();
  else if (!isSignOut) showDeviceNotice(NOT_YET);
  else if (confirm(WOULD_LOSE)) form.submit();
}

/** Sends what waits before a form goes out that would lose it. */
export function guardWaiting(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !mustWait(form) || listWaiting().length === 0) return;
    event.preventDefault();
    void sendFirst(form);
  });
}
