import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { returnPath } from './return-path.ts';

const HERE = 'https://cme.example.org';

/** Where a browser ends that is on the sign-in page and is sent to `location`. */
const destination = (location: string) => new URL(location, `${HERE}/sign-in`);

describe('the way back after the gate and after sign-in', () => {
  it.each([
    '/me',
    '/attempts/0b8f7a3e-5f0c-4d0e-9a1b-2c3d4e5f6a7b/4',
    '/activities/resistance-to-immunotherapy/lesson/overview?from=card#cite-3',
    '/admin/people?q=%CE%A9&page=2'
  ])('keeps %s', (path) => {
    expect(returnPath(path, '/fallback')).toBe(path);
  });

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/x/..//evil.example',
    '/%2e//evil.example',
    'https:evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'evil.example',
    '@evil.example',
    '',
    `/${'a'.repeat(3000)}`
  ])('does not follow %j', (sent) => {
    expect(returnPath(sent, '/fallback')).toBe('/fallback');
  });

  it('falls back where nothing was sent', () => {
    expect(returnPath(null, '/fallback')).toBe('/fallback');
    expect(returnPath(undefined, '/fallback')).toBe('/fallback');
  });

  it('never leads to another site, whatever is sent', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2f',
      '%5c',
      '%2e',
      ':',
      '@',
      'https:',
      'evil.example',
      '?',
      '#',
      '\t',
      '\n',
      '\u0000',
      '\u00a0',
      ' ',
      'me'
    );
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
    );
    fc.assert(
      fc.property(hostile, (sent) => {
        expect(destination(returnPath(sent, '/me')).origin).toBe(HERE);
      }),
      { numRuns: 2000 }
    );
  });

  it('does not change a path that it has passed once', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        const once = returnPath(`/${path}`, '/me');
        expect(returnPath(once, '/other')).toBe(once);
      })
    );
  });
});
