import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { GATE_VERSION } from '#lib/domain/identity/gate.ts';
import { parseEnvironment } from '#lib/server/environment.ts';
import { readAskedPage } from './asked-page.ts';

const SESSION = 'abcdefghij0123456789abcdefghij0123456789';
const COOKIE = `a=b; gate=${GATE_VERSION}; session=${SESSION}`;
const LESSON = '/activities/some-activity/lesson/overview';

type Sent = {
  method?: string;
  url?: string;
  headers?: Record<string, string>;
  settings?: Record<string, string>;
};

function read({ method = 'GET', url = LESSON, headers = { cookie: COOKIE }, settings = {} }: Sent) {
  const request = Object.assign(new IncomingMessage(new Socket()), { method, url, headers });
  return readAskedPage(request, parseEnvironment(settings));
}

describe('a page that may have been kept', () => {
  it('is that of a section, for a session that passed the gate', () => {
    const asked = { path: LESSON, slug: 'some-activity', section: 'overview', sessionId: SESSION };
    expect(read({})).toEqual(asked);
  });

  it('is that of an activity, for a session alone', () => {
    const [url, headers] = ['/activities/some-activity', { cookie: `session=${SESSION}` }];
    const asked = { path: url, slug: 'some-activity', section: null, sessionId: SESSION };
    expect(read({ url, headers })).toEqual(asked);
    expect(read({ url, headers: {} })).toBeNull();
  });

  it.each<[string, Sent]>([
    ['another method', { method: 'HEAD' }],
    ['a form', { method: 'POST' }],
    ['a query', { url: `${LESSON}?a` }],
    ['another page', { url: '/activities/some-activity/references' }],
    ['data of the framework', { url: `${LESSON}/__data.json` }],
    ['an address that would have to be decoded', { url: '/activities/some%2Dactivity/lesson/overview' }],
    ['nobody', { headers: {} }],
    ['who did not pass the gate', { headers: { cookie: `session=${SESSION}` } }],
    ['who passed an earlier gate', { headers: { cookie: `gate=2020-01; session=${SESSION}` } }],
    ['what is fetched ahead', { headers: { cookie: COOKIE, 'footnote-ahead': '1' } }],
    ['two sessions', { headers: { cookie: `${COOKIE}; session=${SESSION}` } }],
    ['two answers at the gate', { headers: { cookie: `gate=x; ${COOKIE}` } }],
    ['what was never a session', { headers: { cookie: `gate=${GATE_VERSION}; session=%41,/` } }],
    ['cookies of plain http where the site is on TLS', { settings: { ORIGIN: 'https://cme.example.org' } }],
    ['a proxy that does not say how it was asked', { settings: { TRUST_PROXY: 'true' } }]
  ])('is not %s', (_what, sent) => {
    expect(read(sent)).toBeNull();
  });

  it('takes the cookies that browsers guard where the site is on TLS', () => {
    const cookie = `__Host-gate=${GATE_VERSION}; __Host-session=${SESSION}`;
    const settings = { TRUST_PROXY: 'true' };
    expect(read({ headers: { cookie, 'x-forwarded-proto': 'https' }, settings })).not.toBeNull();
    expect(read({ headers: { cookie, 'x-forwarded-proto': 'http' }, settings })).toBeNull();
  });
});
