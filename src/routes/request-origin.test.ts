import { describe, expect, it } from 'vitest';
import { isRequestFromHere } from './request-origin.ts';

const HERE = 'https://cme.example.org';

const sent = (method: string, headers: Record<string, string> = {}) =>
  isRequestFromHere(new Request(`${HERE}/sign-out`, { method, headers }), HERE);

describe('a request that changes something', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
    'is refused as %s with neither Sec-Fetch-Site nor Origin',
    (method) => {
      expect(sent(method)).toBe(false);
    }
  );

  it('is taken from our own pages', () => {
    expect(sent('POST', { 'sec-fetch-site': 'same-origin', origin: HERE })).toBe(true);
    expect(sent('POST', { origin: HERE })).toBe(true);
  });

  it.each(['cross-site', 'same-site', 'none', ''])(
    'is refused with Sec-Fetch-Site %j, whatever the Origin',
    (site) => {
      expect(sent('POST', { 'sec-fetch-site': site, origin: HERE })).toBe(false);
    }
  );

  it.each([
    'https://evil.example',
    'http://cme.example.org',
    'https://cme.example.org:8443',
    'https://cme.example.org.evil.example',
    'null'
  ])('is refused from the Origin %s', (origin) => {
    expect(sent('POST', { origin })).toBe(false);
  });
});

it('leaves reading free', () => {
  expect(sent('GET', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })).toBe(true);
  expect(sent('HEAD')).toBe(true);
});
