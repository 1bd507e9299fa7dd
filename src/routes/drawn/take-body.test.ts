import { once } from 'node:events';
import { createServer, request, type IncomingMessage } from 'node:http';
import { getRequest } from '@sveltejs/kit/node';
import { afterEach, expect, it } from 'vitest';
import { takeBody } from './take-body.ts';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

/** A server that does this with the first request, and the way to send it something. */
async function serve(take: (asked: IncomingMessage) => Promise<string>) {
  const taken = Promise.withResolvers<string>();
  const server = createServer((asked, response) => {
    taken.resolve(take(asked).finally(() => response.end()));
  });
  ends.push(() => server.close().closeAllConnections());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '11' };
  const sending = request({ port, host: '127.0.0.1', method: 'POST', path: '/', headers });
  sending.on('error', () => {});
  return { sending, taken: taken.promise };
}

const bodyOf = async (asked: IncomingMessage) => (await takeBody(asked, 11))?.toString('latin1') ?? 'none';

it('takes a body that comes in parts', async () => {
  const { sending, taken } = await serve(bodyOf);
  sending.write('option');
  await once(sending, 'socket');
  setImmediate(() => sending.end('=abcd'));
  expect(await taken).toBe('option=abcd');
});

it('leaves it as if nobody had read it, for the framework, where it is put back', async () => {
  const { sending, taken } = await serve(async (asked) => {
    const body = await takeBody(asked, 11);
    asked.unshift(body);
    const form = await (await getRequest({ request: asked, base: 'http://localhost' })).formData();
    return new URLSearchParams(
      [...form].map(([name, value]) => [name, typeof value === 'string' ? value : ''])
    ).toString();
  });
  sending.end('option=abcd');
  expect(await taken).toBe('option=abcd');
});

it('is none where the request breaks off', async () => {
  const { sending, taken } = await serve(bodyOf);
  sending.write('option', () => sending.destroy());
  expect(await taken).toBe('none');
});
