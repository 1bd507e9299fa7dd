import {
  assetsOf,
  cacheNameOf,
  isOurCache,
  KEEP_HEADER,
  KEPT_AT_HEADER,
  KEPT_FOR_MS,
  outdatedQuestions,
  titleOf
} from '#lib/domain/kept-pages.ts';

/** A page as it was kept. `at`: when, in milliseconds since 1970. */
export type KeptPage = { path: string; html: string; headers: Headers; at: number };

const LOOSELY = { ignoreVary: true } as const;

async function ourCaches(): Promise<Cache[]> {
  const names = (await caches.keys()).filter(isOurCache);
  return Promise.all(names.map((name) => caches.open(name)));
}

async function readPage(path: string, kept: Response): Promise<KeptPage> {
  const { headers } = kept;
  return { path, html: await kept.text(), headers, at: Number(headers.get(KEPT_AT_HEADER)) };
}

const isInTime = ({ at }: KeptPage): boolean => Date.now() - at < KEPT_FOR_MS;

/** The page that is kept for a path, or null. One cache holds one person's pages, and there is one person. */
export async function findPage(path: string): Promise<KeptPage | null> {
  for (const cache of await ourCaches()) {
    const kept = await cache.match(path, LOOSELY);
    const page = kept && (await readPage(path, kept));
    if (page && isInTime(page)) return page;
  }
  return null;
}

async function pagesOf(cache: Cache): Promise<KeptPage[]> {
  const entries = await Promise.all(
    (await cache.keys()).map(async ({ url }) => {
      const kept = await cache.match(url, LOOSELY);
      return kept?.headers.has(KEPT_AT_HEADER) ? [await readPage(new URL(url).pathname, kept)] : [];
    })
  );
  return entries.flat();
}

/** Everything that is kept and may be shown, as links. */
export async function listPages(): Promise<{ path: string; title: string }[]> {
  const pages = (await Promise.all((await ourCaches()).map(pagesOf))).flat();
  return pages.filter(isInTime).map(({ path, html }) => ({ path, title: titleOf(html) }));
}

async function removeCaches(isToGo: (name: string) => boolean): Promise<void> {
  const names = (await caches.keys()).filter((name) => isOurCache(name) && isToGo(name));
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** Removes what an earlier program kept in another form. */
export const removeOldForms = (): Promise<void> =>
  removeCaches((name) => name !== cacheNameOf(name.slice(name.indexOf(':') + 1)));

async function keepPage(cache: Cache, path: string, answer: Response): Promise<void> {
  const html = await answer.text();
  for (const asset of assetsOf(html, new URL(path, location.origin).href)) {
    if (!(await cache.match(asset, LOOSELY))) await cache.add(asset);
  }
  const headers = new Headers(answer.headers);
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  headers.set(KEPT_AT_HEADER, String(Date.now()));
  // Last, so that a page that is kept has all that it needs.
  await cache.put(path, new Response(html, { headers }));
}

/** Does with a page that came what the server says: keep it under its owner and nobody else, or keep it no longer. */
export async function takeNote(path: string, answer: Response): Promise<void> {
  if (answer.status !== 200 || answer.redirected) return;
  const owner = answer.headers.get(KEEP_HEADER);
  if (owner === null) {
    for (const cache of await ourCaches()) await cache.delete(path, LOOSELY);
    return;
  }
  await removeCaches((name) => name !== cacheNameOf(owner));
  await keepPage(await caches.open(cacheNameOf(owner)), path, answer);
}

/** Removes pages that are too old or over, and the files that no page needs any more: those of earlier versions of the program. */
export async function sweep(): Promise<void> {
  for (const cache of await ourCaches()) {
    const inTime = (await pagesOf(cache)).filter(isInTime);
    const outdated = new Set(outdatedQuestions(inTime));
    const pages = inTime.filter(({ path }) => !outdated.has(path));
    const needed = pages.flatMap(({ path, html }) => [
      path,
      ...assetsOf(html, new URL(path, location.origin).href)
    ]);
    const urls = new Set(needed.map((path) => new URL(path, location.origin).href));
    for (const request of await cache.keys()) if (!urls.has(request.url)) await cache.delete(request);
  }
}
