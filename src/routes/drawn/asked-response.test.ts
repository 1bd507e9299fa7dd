import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { parseEnvironment } from '#lib/server/environment.ts';
import { readAskedResponse } from './asked-response.ts';

const SESSION = 'abcdefghij0123456789abcdefghij0123456789';
const ATTEMPT = '019f0000-0000-7000-8000-00000000000a';
const PLACE = `/attempts/${ATTEMPT}/3`;

const BY_FORM = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'content-type': 'application/x-www-form-urlencoded',
  'content-length': '60',
  'sec-fetch-site': 'same-origin',
  cookie: `gate=1; session=${SESSION}`
};

const FROM_HERE = { host: 'a', origin: 'http://a' };

const BY_SCRIPT = {
  ...BY_FORM,
  accept: 'text/html',
  'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
  'footnote-in-place': '1'
};

type Sent = {
  method?: string;
  url?: string;
  headers?: Record<string, string>;
  without?: string;
  settings?: Record<string, string>;
};

function read({
  method = 'POST',
  url = `${PLACE}?/respond`,
  headers = {},
  without = '',
  settings = {}
}: Sent) {
  const all = Object.entries({ ...BY_FORM, ...headers }).filter(([name]) => name !== without);
  const message = { method, url, headers: Object.fromEntries(all) };
  return readAskedResponse(
    Object.assign(new IncomingMessage(new Socket()), message),
    parseEnvironment(settings)
  );
}

describe('a response that is taken in front of the framework', () => {
  const place = { attemptId: ATTEMPT, position: 3, sessionId: SESSION, length: 60 };

  it('is what the form of a question sends in a session', () => {
    expect(read({})).toEqual({ ...place, from: null, isInPlace: false });
    const url = `${PLACE}?/respond&from=check`;
    expect(read({ url })).toEqual({ ...place, from: 'check', isInPlace: false });
  });

  it('is what the script of its page sends', () => {
    expect(read({ headers: BY_SCRIPT })).toEqual({ ...place, from: null, isInPlace: true });
  });

  it('is what a browser sends that says no more than where it comes from', () => {
    const sent = (headers: Record<string, string>, settings = {}) =>
      read({ headers, settings, without: 'sec-fetch-site' });
    const host = 'cme.hospital.example:3000';
    expect(sent({ host, origin: `http://${host}` })).not.toBeNull();
    const [origin, cookie] = ['https://cme.example.org', `__Host-session=${SESSION}`];
    expect(sent({ host, origin, cookie }, { ORIGIN: origin })).not.toBeNull();
    // Behind a proxy our address is the framework's to find.
    const forwarded = {
      host,
      origin,
      cookie,
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'cme.example.org'
    };
    expect(sent(forwarded, { TRUST_PROXY: 'true' })).toBeNull();
  });

  it.each<[string, Sent]>([
    ['a page', { method: 'GET' }],
    ['a flag', { url: `${PLACE}?/flag` }],
    ['no action', { url: PLACE }],
    ['another query', { url: `${PLACE}?/respond&from=elsewhere` }],
    ['a position that is none', { url: `/attempts/${ATTEMPT}/0?/respond` }],
    ['what is no attempt', { url: `/attempts/${ATTEMPT.replaceAll('-', '0')}/3?/respond` }],
    ['from another site', { headers: { 'sec-fetch-site': 'cross-site' } }],
    ['from another host of the site', { headers: { 'sec-fetch-site': 'same-site' } }],
    ['typed into the address bar', { headers: { 'sec-fetch-site': 'none' } }],
    ['from a browser that does not say where', { without: 'sec-fetch-site' }],
    ['from another origin', { without: 'sec-fetch-site', headers: { host: 'a', origin: 'http://b' } }],
    ['from no origin', { without: 'sec-fetch-site', headers: { host: 'null', origin: 'null' } }],
    ['from another protocol', { without: 'sec-fetch-site', headers: { host: 'a', origin: 'https://a' } }],
    ['from another site, with our origin', { headers: { ...FROM_HERE, 'sec-fetch-site': 'cross-site' } }],
    ['a form with files', { headers: { 'content-type': 'multipart/form-data; boundary=a' } }],
    ['in another encoding', { headers: { 'content-type': `${BY_FORM['content-type']}; charset=latin1` } }],
    ['as JSON', { headers: { 'content-type': 'application/json' } }],
    ['to be answered as JSON', { headers: { accept: 'application/json' } }],
    ['to be answered in any way', { without: 'accept' }],
    ['of unknown length', { without: 'content-length' }],
    ['empty', { headers: { 'content-length': '0' } }],
    ['far longer than any form', { headers: { 'content-length': '16385' } }],
    ['in chunks', { headers: { 'transfer-encoding': 'chunked' } }],
    ['compressed', { headers: { 'content-encoding': 'gzip' } }],
    ['of nobody', { without: 'cookie' }],
    ['of two sessions', { headers: { cookie: `session=${SESSION}; session=${SESSION}` } }]
  ])('is not what is %s', (_what, sent) => {
    expect(read(sent)).toBeNull();
  });
});
