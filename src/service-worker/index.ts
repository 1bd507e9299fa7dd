/*
 * Serves the lesson, its references and practice where there is no network (ux.md §1.13). It answers navigations below
 * /activities/ and /attempts/ alone, asks the network first, and keeps only pages of which the server says so. What is
 * answered there is kept and sent by the pages themselves, so that nothing rests on this worker.
 */
import { answerAsset, answerPage } from './answer.ts';
import { keepAhead } from './keep-ahead.ts';
import { removeOldForms, sweep } from './kept-cache.ts';
import { worker } from './scope.ts';

const isAsset = (path: string) => path.startsWith('/_app/immutable/') || /^\/[\w-]+\.svg$/.test(path);

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener('activate', (event) => {
  const begin = async () => {
    await worker.registration.navigationPreload?.enable();
    await removeOldForms();
    await sweep();
    await worker.clients.claim();
  };
  event.waitUntil(begin());
});

worker.addEventListener('fetch', (event) => {
  const { method, url, mode } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) return;
  if (mode === 'navigate') event.respondWith(answerPage(event));
  else if (isAsset(pathname)) event.respondWith(answerAsset(event.request));
});

worker.addEventListener('message', (event) => {
  const { data } = event;
  if (!Array.isArray(data)) return;
  const paths = data.filter((path) => typeof path === 'string');
  event.waitUntil(keepAhead(paths));
});
