import { createServer, request, type IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { parseEnvironment } from '#lib/server/environment.ts';
import { handlerVariables, makeFront } from '../../../scripts/request-front.ts';

/** Status and headers of a GET with these headers at a server that stands behind the front. */
async function ask(variables: Record<string, string>, headers: Record<string, string>) {
  const front = makeFront(parseEnvironment(variables));
  const server = createServer((incoming, response) => {
    if (front(incoming, response)) response.end(String(incoming.headers['x-footnote-protocol']));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const answer = await new Promise<{ status: number; headers: object; text: string }>((resolve) => {
    const onResponse = (response: IncomingMessage) => {
      const { statusCode = 0, headers: found } = response;
      void response
        .toArray()
        .then((chunks) => resolve({ status: statusCode, headers: found, text: chunks.join('') }));
    };
    request({ host: '127.0.0.1', port, headers }, onResponse).end();
  });
  server.close();
  return answer;
}

describe('what stands before the built server', () => {
  it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST:3000'])(
    'answers to %s on this machine',
    async (host) => {
      expect((await ask({}, { host })).status).toBe(200);
    }
  );

  it.each(['evil.example', 'evil.example:3000', 'localhost:4000', 'localhost', ''])(
    'refuses the host %j on this machine: a page elsewhere could pose as us',
    async (host) => {
      expect((await ask({}, { host })).status).toBe(421);
    }
  );

  it('answers to any host where ORIGIN, a proxy or an open address decides', async () => {
    for (const variables of [
      { ORIGIN: 'https://cme.example.org' },
      { TRUST_PROXY: 'true' },
      { HOST: '0.0.0.0' }
    ]) {
      expect((await ask(variables, { host: 'cme.example.org' })).status).toBe(200);
    }
  });

  it('does not believe a client about the protocol', async () => {
    const { text } = await ask({}, { host: 'localhost:3000', 'x-footnote-protocol': 'https' });
    expect(text).toBe('http');
  });

  it('asks browsers for https only where pages come over https', async () => {
    const hsts = async (variables: Record<string, string>, headers: Record<string, string> = {}) =>
      'strict-transport-security' in (await ask(variables, { host: 'localhost:3000', ...headers })).headers;
    expect(await hsts({})).toBe(false);
    expect(await hsts({}, { 'x-forwarded-proto': 'https' })).toBe(false);
    expect(await hsts({ ORIGIN: 'http://cme.example.org' })).toBe(false);
    expect(await hsts({ ORIGIN: 'https://cme.example.org' })).toBe(true);
    expect(await hsts({ TRUST_PROXY: 'true' }, { 'x-forwarded-proto': 'https' })).toBe(true);
  });

  it('tells the built server its address by ORIGIN, by the proxy, or by us, never by a stranger', () => {
    const variables = (given: Record<string, string>) => handlerVariables(parseEnvironment(given));
    expect(variables({})).toMatchObject({ PROTOCOL_HEADER: 'x-footnote-protocol' });
    expect(variables({})).not.toHaveProperty('ADDRESS_HEADER');
    expect(variables({ TRUST_PROXY: 'true' })).toMatchObject({
      PROTOCOL_HEADER: 'x-forwarded-proto',
      HOST_HEADER: 'x-forwarded-host',
      ADDRESS_HEADER: 'x-forwarded-for'
    });
    const behind = variables({ ORIGIN: 'https://cme.example.org' });
    expect(behind).toMatchObject({ ORIGIN: 'https://cme.example.org' });
    expect(behind).not.toHaveProperty('PROTOCOL_HEADER');
  });
});
