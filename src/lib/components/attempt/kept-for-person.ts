import { cacheNameOf, isOurCache } from '#lib/domain/kept-pages.ts';
import { keep, readKept } from '../ui/device-storage.ts';
import { forgetResponse, listKept } from './kept-response.ts';

const NAME = 'footnote.owner';

/** The caches of this browser that are ours; over plain http it has none, and nothing is kept in them either. */
const ourCaches = async (): Promise<string[]> =>
  'caches' in globalThis ? (await caches.keys()).filter(isOurCache) : [];

/**
 * What this browser holds is one person's. Where another has signed in, what the one before left here goes: kept pages and
 * answers that were not sent.
 */
export async function keepForPerson(owner: string): Promise<void> {
  const before = readKept(NAME);
  if (before !== null && before !== owner) listKept().forEach(forgetResponse);
  if (before !== owner) keep(NAME, owner);
  const theirs = (await ourCaches()).filter((name) => name !== cacheNameOf(owner));
  await Promise.all(theirs.map((name) => caches.delete(name)));
}

/** Drops all kept pages below a path: those of an attempt that is finished, which could be answered for nothing. */
export async function dropKeptPages(below: string): Promise<void> {
  for (const name of await ourCaches()) {
    const cache = await caches.open(name);
    const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
    for (const path of paths.filter((one) => one.startsWith(below)))
      await cache.delete(path, { ignoreVary: true });
  }
}

/** Drops the kept copy of a question that was answered: what it shows is over. */
export async function dropKeptPage(path: string): Promise<void> {
  for (const name of await ourCaches()) await (await caches.open(name)).delete(path, { ignoreVary: true });
}
