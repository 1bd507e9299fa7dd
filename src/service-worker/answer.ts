import { OFFLINE_PAGE, withKeptPages, withNotice } from '#lib/domain/kept-pages.ts';
import { fetchPatiently } from './fetch-patiently.ts';
import { findPage, listPages, takeNote, type KeptPage } from './kept-cache.ts';
import type { FetchEvent } from './scope.ts';

/** A network that is slower than this is as good as none, where there is a copy. */
const PATIENCE_MS = 6_000;

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

const asPage = ({ headers }: KeptPage, html: string): Response => new Response(html, { headers });

function whenWords(at: number): string {
  const form = {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23'
  } as const;
  return new Intl.DateTimeFormat('en-US', form).format(new Date(at));
}

/** The copy of a page, which says that it is one. */
async function keptCopy(path: string): Promise<Response | null> {
  const page = await findPage(path);
  const words = page && `No connection. This is the copy of ${whenWords(page.at)}, kept on this device.`;
  return page && asPage(page, withNotice(page.html, words ?? ''));
}

async function offlinePage(): Promise<Response | null> {
  const page = await findPage(OFFLINE_PAGE);
  if (!page) return null;
  const others = (await listPages()).filter(({ path }) => path !== OFFLINE_PAGE);
  return asPage(page, withKeptPages(page.html, others));
}

const fromNetwork = async ({ preloadResponse, request }: FetchEvent): Promise<Response> =>
  (await preloadResponse) ?? fetch(request);

/** Has a page that came kept or dropped, as the server says. With a query it shows what only this address asks for. */
function note(event: FetchEvent, network: Promise<Response>): void {
  const { pathname, search } = new URL(event.request.url);
  if (search !== '') return;
  // Copied before the page reads it: this is the first to hear of it.
  const noted = network.then((answer) => takeNote(pathname, answer.clone()));
  event.waitUntil(noted.catch(() => null));
}

/** A page from the network, or where there is none, or none to speak of, from what is kept. */
export async function answerPage(event: FetchEvent): Promise<Response> {
  const { pathname } = new URL(event.request.url);
  const network = fromNetwork(event);
  note(event, network);
  const copyIfSlow = wait(PATIENCE_MS).then(async () => (await keptCopy(pathname)) ?? network);
  copyIfSlow.catch(() => null);
  try {
    const answer = await Promise.race([network, copyIfSlow]);
    return answer.status < 500 ? answer : ((await keptCopy(pathname)) ?? answer);
  } catch {
    return (await keptCopy(pathname)) ?? (await offlinePage()) ?? Response.error();
  }
}

/** A file: those with a hash in their name never change, so the kept one is as good; the others from the network first. */
export async function answerAsset(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept && request.url.includes('/_app/immutable/')) return kept;
  try {
    return await fetchPatiently(request);
  } catch (gone) {
    if (kept) return kept;
    throw gone;
  }
}
