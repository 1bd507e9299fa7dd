import { showDeviceNotice } from '#lib/components/ui/device-notice.ts';

const NOT_SENT =
  'You are offline, so this was not sent. What you wrote is still here: send it when you are online again.';

/** Whether the server answers all the same, as one on this very machine does. */
const isReached = (): Promise<boolean> =>
  fetch('/healthz', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false
  );

/**
 * Keeps a form on its page while there is no network. Browsers leave the page for one of their own when a form cannot be
 * sent, and what was written is gone with it. The form of a question sees to its own answer.
 */
export function guardOffline(): void {
  const isLetPass = new WeakSet<HTMLFormElement>();
  const sendOrSay = async (form: HTMLFormElement, submitter: HTMLElement | null) => {
    if (!(await isReached())) {
      showDeviceNotice(NOT_SENT);
      return;
    }
    isLetPass.add(form);
    form.requestSubmit(submitter);
  };
  document.addEventListener('submit', (event) => {
    const { target: form, submitter } = event;
    if (navigator.onLine || event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
    if (form.method !== 'post' || form.id === 'question-form' || isLetPass.delete(form)) return;
    event.preventDefault();
    void sendOrSay(form, submitter);
  });
}
