import autocannon from 'autocannon';

const CONNECTIONS = 16;

/** What a page is asked for with. */
export type PageRequest = { path: string; cookie: string };

type Extent = { duration: number } | { amount: number };

/**
 * Sends GET requests from 16 keep-alive clients, each of which asks for a share of the pages in turn.
 * Throws when any answer is not a 200, since an error page is quick and means nothing.
 */
async function load(origin: string, pages: PageRequest[], extent: Extent) {
  const requests = pages.map(({ path, cookie }) => ({ path, headers: { cookie, accept: 'text/html' } }));
  let clients = 0;
  const result = await autocannon({
    url: origin,
    connections: CONNECTIONS,
    setupClient: (client) => {
      const nth = clients % CONNECTIONS;
      clients += 1;
      client.setRequests(requests.filter((_, index) => index % CONNECTIONS === nth));
    },
    ...extent
  });
  if (result.non2xx > 0 || result.errors > 0 || result['2xx'] === 0)
    throw new Error(`${origin}: ${result.non2xx} answers were no page, ${result.errors} failed.`);
  return result;
}

/** Answers per second over some seconds. */
export async function answersPerSecond(
  origin: string,
  { pages, seconds = 3 }: { pages: PageRequest[]; seconds?: number }
): Promise<number> {
  const result = await load(origin, pages, { duration: seconds });
  return result['2xx'] / result.duration;
}

/** Asks so many times. */
export async function askFor(
  origin: string,
  { pages, amount }: { pages: PageRequest[]; amount: number }
): Promise<void> {
  const result = await load(origin, pages, { amount });
  if (result['2xx'] < amount) throw new Error(`Only ${result['2xx']} of ${amount} were answered.`);
}
