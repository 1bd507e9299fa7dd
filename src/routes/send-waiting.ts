import { listKept } from '#lib/components/attempt/kept-response.ts';
import { showDeviceNotice } from '#lib/components/ui/device-notice.ts';
import { sendResponse } from './attempts/sending.ts';

/** The question that is open sees to its own answer. */
const isSeenTo = (path: string): boolean =>
  path === location.pathname && document.querySelector('#question-form, #feedback') !== null;

/** Answers that wait on this device, other than that of the question that is open. */
export const listWaiting = () => listKept().filter(({ path }) => !isSeenTo(path));

const savedWords = (count: number): string =>
  count === 1
    ? 'The answer that waited on this device is saved.'
    : `${count} answers that waited on this device are saved.`;

const REFUSED: Record<number, { words: string; label: string }> = {
  400: { words: 'An answer that waited on this device is not complete.', label: 'Complete it' },
  409: {
    words: 'An answer that waited on this device was not taken: another one stands.',
    label: 'See what is stored'
  }
};

/** Sends the answers that wait on this device, in their order, and says what became of them. */
export async function sendWaiting(): Promise<{ stored: number; left: number }> {
  let stored = 0;
  let refused: { path: string; status: number } | null = null;
  for (const waiting of listWaiting()) {
    const { outcome, answer } = await sendResponse(waiting, `${waiting.path}?/respond`);
    if (outcome === 'unknown' || outcome === 'signed-out') break;
    if (outcome === 'stored') stored += 1;
    else refused = { path: waiting.path, status: answer?.status ?? 0 };
  }
  const said = REFUSED[refused?.status ?? 0];
  if (refused && said) showDeviceNotice(said.words, { href: refused.path, label: said.label });
  else if (stored > 0) showDeviceNotice(savedWords(stored));
  return { stored, left: listWaiting().length };
}
