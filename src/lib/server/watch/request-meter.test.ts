import { once } from 'node:events';
import { createServer, get, request } from 'node:http';
import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { makeRequestMeter } from './request-meter.ts';

const register = new Registry();
const countRequest = makeRequestMeter(register);

/** A server that answers as it is told by the address, and leaves `/never` without an end. */
const server = createServer((incoming, response) => {
  countRequest(incoming, response);
  const [, route = '', status = '200'] = /^\/([a-z]+)\/?(\d*)$/.exec(incoming.url ?? '') ?? [];
  if (route !== 'file') incoming.footnoteRoute = `/${route}`;
  response.writeHead(Number(status || 200));
  response.once('close', () => server.emit(`answered ${route}`));
  if (route === 'never') response.write('…');
  else response.end();
});

const lines = async () =>
  (await register.metrics())
    .split('\n')
    .filter((line) => /^[^#]*(_total\{|_under_way |_seconds_count)/.test(line));

const ended = (port: number, method: string, path: string) =>
  new Promise<void>((resolve) => {
    request({ port, host: '127.0.0.1', method, path, agent: false }, (answer) => {
      answer.resume().once('close', resolve);
    }).end();
  });

it('counts by method, route and class of status, and who leaves before the end as that', async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  for (const path of ['/lesson', '/lesson', '/lesson/404', '/file']) await ended(port, 'GET', path);
  await ended(port, 'POST', '/lesson/303');
  await ended(port, 'PROPFIND', '/lesson/405');
  const leaving = get({ port, host: '127.0.0.1', path: '/never', agent: false });
  leaving.on('error', () => {});
  await new Promise((resolve) => leaving.once('response', resolve));
  expect(await lines()).toContain('footnote_http_requests_under_way 1');
  const left = once(server, 'answered never');
  leaving.destroy();
  await left;
  server.close();
  expect((await lines()).sort()).toEqual(
    [
      'footnote_http_request_duration_seconds_count{method="GET",route="(file)"} 1',
      'footnote_http_request_duration_seconds_count{method="GET",route="/lesson"} 3',
      'footnote_http_request_duration_seconds_count{method="GET",route="/never"} 1',
      'footnote_http_request_duration_seconds_count{method="POST",route="/lesson"} 1',
      'footnote_http_request_duration_seconds_count{method="other",route="/lesson"} 1',
      'footnote_http_requests_total{method="GET",route="(file)",status="2xx"} 1',
      'footnote_http_requests_total{method="GET",route="/lesson",status="2xx"} 2',
      'footnote_http_requests_total{method="GET",route="/lesson",status="4xx"} 1',
      'footnote_http_requests_total{method="GET",route="/never",status="aborted"} 1',
      'footnote_http_requests_total{method="POST",route="/lesson",status="3xx"} 1',
      'footnote_http_requests_total{method="other",route="/lesson",status="4xx"} 1',
      'footnote_http_requests_under_way 0'
    ].sort()
  );
});
