import autocannon from 'autocannon';

const CONNECTIONS = 16;
const SECONDS = 3;

/**
 * Answers per second to GET requests of 16 keep-alive clients over three seconds. Throws when any answer is not a 200,
 * since an error page is quick and means nothing.
 */
export async function answersPerSecond(url: string, cookie: string): Promise<number> {
  const load = { url, connections: CONNECTIONS, headers: { cookie, accept: 'text/html' } };
  const result = await autocannon({ ...load, duration: SECONDS });
  if (result.non2xx > 0 || result.errors > 0 || result['2xx'] === 0) {
    throw new Error(`${url}: ${result.non2xx} answers were no page, ${result.errors} failed.`);
  }
  return result['2xx'] / result.duration;
}
