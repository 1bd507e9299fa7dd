import { AHEAD_HEADER, FRESH_FOR_MS } from '#lib/domain/kept-pages.ts';
import { fetchPatiently } from './fetch-patiently.ts';
import { findPage, sweep, takeNote } from './kept-cache.ts';

/** Pages that are fetched at the same time: a lesson is there in seconds, and the server hardly notices. */
const LANES = 3;

/** More than the largest practice has. */
const MOST = 80;

const isOurs = (path: string): boolean => /^\/(?:offline$|activities\/|attempts\/)/.test(path);

async function keepOne(path: string): Promise<void> {
  const kept = await findPage(path);
  if (kept && Date.now() - kept.at < FRESH_FOR_MS) return;
  const headers = { [AHEAD_HEADER]: '1', accept: 'text/html' };
  // Without a network the rest is fetched when another page is opened.
  const answer = await fetchPatiently(path, { headers }).catch(() => null);
  if (answer) await takeNote(path, answer);
}

/** Fetches pages before they are asked for, and keeps those that may be kept. */
export async function keepAhead(paths: string[]): Promise<void> {
  const waiting = paths.filter(isOurs).slice(0, MOST);
  const lane = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await keepOne(path);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await sweep();
}
