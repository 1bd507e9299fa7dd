/*
 * On every page of somebody who is signed in: what this device holds is theirs alone, what waits on it is sent, and where
 * a lesson or practice was begun it is kept for when there is no network. Without it pages only need the network.
 */
import { dropKeptPages, keepForPerson } from '#lib/components/attempt/kept-for-person.ts';
import { showDeviceNotice } from '#lib/components/ui/device-notice.ts';
import { showLocalTimes } from '#lib/components/ui/local-clock.ts';
import { oneAtATime } from '#lib/components/ui/one-at-a-time.ts';
import { makeRetries } from '#lib/components/ui/retries.ts';
import { savesData } from '#lib/components/ui/saves-data.ts';
import { finishedAttempt, pagesToKeep } from '#lib/domain/kept-pages.ts';
import { guardOffline } from './guard-offline.ts';
import { guardWaiting } from './guard-waiting.ts';
import { listWaiting, sendWaiting } from './send-waiting.ts';

const OFFLINE =
  'You are offline. Practice answers are kept on this device. The assessment needs a connection.';

/** Where the worker serves; other pages know nothing of it. */
const SCOPES = ['/activities/', '/attempts/'];
const isServed = () => SCOPES.some((scope) => location.pathname.startsWith(scope));

async function keepAhead(): Promise<void> {
  if (!('serviceWorker' in navigator) || !isServed()) return;
  for (const scope of SCOPES) await navigator.serviceWorker.register('/service-worker.js', { scope });
  const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[href]')];
  const isPractice = document.querySelector('#question-form[data-kind="practice"]') !== null;
  const paths = pagesToKeep(location.pathname, { links: links.map(({ pathname }) => pathname), isPractice });
  if (paths.length === 0 || savesData()) return;
  (await navigator.serviceWorker.ready).active?.postMessage(paths);
}

/** Not twice at once: that the network is back is told in more than one way. */
const send = oneAtATime(async () => {
  if (listWaiting().length === 0) return;
  const { stored, left } = await sendWaiting();
  if (left > 0) retries.later();
  else if (stored > 0 && location.pathname.endsWith('/check')) location.reload();
});

const retries = makeRetries(() => void send());

async function begin(): Promise<void> {
  await keepForPerson(document.querySelector<HTMLMetaElement>('meta[name="footnote-owner"]')?.content ?? '');
  const finished = finishedAttempt(location.pathname);
  await Promise.allSettled([send(), keepAhead(), ...(finished ? [dropKeptPages(finished)] : [])]);
}

addEventListener('online', () => {
  showDeviceNotice(null);
  void send();
});
showLocalTimes();
guardWaiting();
// Who writes or administers is told by those pages what becomes of their work.
if (!/^\/(author|admin)(\/|$)/.test(location.pathname)) {
  addEventListener('offline', () => showDeviceNotice(OFFLINE));
  guardOffline();
}
void begin();
