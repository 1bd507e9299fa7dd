import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Leads out of the session, or takes what the rest of the scan needs. */
const LEFT_ALONE =
  /^\/(?:sign-out|sign-in\/again|me\/settings\/(?:account|sessions|privacy|second-factor|passkeys))/;

type Somebody = { origin: string; cookie: string };

/** Of the answer's headers those that say how it was sent to us. */
const HOP_BY_HOP = ['content-encoding', 'content-length', 'transfer-encoding', 'connection', 'keep-alive'];

async function passOn(incoming: IncomingMessage, response: ServerResponse, { origin, cookie }: Somebody) {
  const { url = '/', method = 'GET' } = incoming;
  if (LEFT_ALONE.test(url)) return response.writeHead(404).end();
  const type = incoming.headers['content-type'];
  const headers = {
    origin,
    cookie,
    accept: 'text/html',
    ...(type === undefined ? {} : { 'content-type': type })
  };
  const body = Buffer.concat(await incoming.toArray());
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const answer = await fetch(origin + url, {
    method,
    headers,
    redirect: 'manual',
    ...(hasBody ? { body } : {})
  });
  const kept = [...answer.headers].filter(([name]) => !HOP_BY_HOP.includes(name));
  return response
    .writeHead(answer.status, Object.fromEntries(kept))
    .end(Buffer.from(await answer.arrayBuffer()));
}

/**
 * An address at which whoever asks is somebody who is signed in, and sends forms from our own pages: wapiti 3.0 keeps no
 * session by itself, and leaves out no address on today's Python.
 */
export async function standIn(somebody: Somebody): Promise<{ address: string; close: () => void }> {
  const server = createServer((incoming, response) => {
    passOn(incoming, response, somebody).catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() };
}
