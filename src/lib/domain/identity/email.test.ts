import { describe, expect, it } from 'vitest';
import { parseEmail } from './email.ts';

describe('an e-mail address', () => {
  it.each([
    ['ana@example.org', 'ana@example.org'],
    ['  Ana.Müller+cme@klinik.example.org ', 'Ana.Müller+cme@klinik.example.org']
  ])('reads %j', (typed, email) => {
    expect(parseEmail(typed)).toBe(email);
  });

  it.each([
    '',
    'ana',
    'ana@',
    '@example.org',
    'ana@example',
    'ana@example..org',
    'a b@example.org',
    'a@b@example.org',
    'ana\u0000@example.org',
    'ana@example.org\nBcc: x@y.org',
    `${'a'.repeat(250)}@example.org`
  ])('refuses %j', (typed) => {
    expect(parseEmail(typed)).toBeNull();
  });
});
