import autocannon from 'autocannon';

const CONNECTIONS = 16;

/** What a page is asked for with. */
export type PageRequest = { path: string; cookie: string };

/**
 * Answers per second to GET requests of 16 keep-alive clients, each of which asks for the pages from another place of the
 * list on. Throws when any answer is not a 200, since an error page is quick and means nothing.
 */
export async function answersPerSecond(
  origin: string,
  { pages, seconds = 3 }: { pages: PageRequest[]; seconds?: number }
): Promise<number> {
  const requests = pages.map(({ path, cookie }) => ({ path, headers: { cookie, accept: 'text/html' } }));
  let clients = 0;
  const result = await autocannon({
    url: origin,
    connections: CONNECTIONS,
    duration: seconds,
    setupClient: (client) => {
      const from = Math.floor(((clients % CONNECTIONS) * requests.length) / CONNECTIONS);
      clients += 1;
      client.setRequests([...requests.slice(from), ...requests.slice(0, from)]);
    }
  });
  if (result.non2xx > 0 || result.errors > 0 || result['2xx'] === 0)
    throw new Error(`${origin}: ${result.non2xx} answers were no page, ${result.errors} failed.`);
  return result['2xx'] / result.duration;
}
