import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLeakedPasswords } from '../../../../scripts/read-leaked-passwords.ts';
import { LEAKED_PASSWORDS } from './leaked-passwords.ts';
import { passwordFingerprint } from './password-fingerprint.ts';
import { findPasswordProblem } from './password-rules.ts';

const ANNA = ['anna.schmidt@klinikum.example', 'Anna', 'Schmidt'];

const problemOf = (password: string) => findPasswordProblem(password, ANNA);

describe('the rules for a new password', () => {
  it('asks for 15 characters, counted as people see them', () => {
    expect(problemOf('violet tugboat')).toContain('at least 15 characters');
    expect(problemOf('violet tugboats')).toBeNull();
    expect(problemOf('🦀🌊🪁🧭🫖🎻🪴')).toContain('at least 15 characters');
    expect(problemOf('🦀🌊🪁🧭🫖🎻🪴🛶🔭🧵🥾🌾🪶🧊🪵')).toBeNull();
  });

  it('takes up to 128 characters', () => {
    const long = Array.from({ length: 128 }, (_, index) => String.fromCodePoint(0x4e00 + index * 7)).join('');
    expect(problemOf(long)).toBeNull();
    expect(problemOf(`${long}a`)).toContain('at most 128');
  });

  it.each([
    'violet tugboat lantern',
    'chocolate-lantern-78',
    'x7Kp2mQ9vLs4Rt8z',
    'grüße aus dem alten turm',
    'ΜιαΦοράΚιΈνανΚαιρό',
    'dragon monkey sunshine'
  ])('asks for no kinds of characters: %s is fine', (password) => {
    expect(problemOf(password)).toBeNull();
  });

  it.each([
    'passwordpassword',
    'Password12345678',
    'P@ssw0rd12345678',
    'letmeinletmein1',
    'supermanbatman123',
    'michaeljackson123'
  ])('refuses %s, made of words that attackers try first', (password) => {
    expect(problemOf(password)).toMatch(/attackers try first|repeats itself/);
  });

  it.each(['thisismypassword', 'correct horse battery staple', 'iloveyouforever', 'TrustNoOneEver!'])(
    'refuses the common phrase %s',
    (password) => {
      expect(problemOf(password)).toContain('lists of common passwords');
    }
  );

  it.each(['aaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaab', '123123123123123', 'abc1abc1abc1abc1', '111222333444555'])(
    'refuses %s, which repeats itself',
    (password) => {
      expect(problemOf(password)).toContain('repeats itself');
    }
  );

  it.each([
    '123456789012345',
    'abcdefghijklmnop',
    'qwertyuiopasdfgh',
    '1q2w3e4r5t6y7u8i',
    '987654321012345',
    '1qaz2wsx3edc4rfv'
  ])('refuses %s, a walk over the keyboard', (password) => {
    expect(problemOf(password)).toContain('follows the alphabet, the digits or the keyboard');
  });

  it('knows the more than 3,000 leaked passwords that are long enough, and says so (ASVS 6.2.4)', () => {
    const leaked = readLeakedPasswords();
    expect(leaked.length).toBeGreaterThan(3_000);
    expect(leaked.filter((password) => !LEAKED_PASSWORDS.has(passwordFingerprint(password)))).toEqual([]);
    const sample = leaked.filter((_, index) => index % 10 === 0);
    expect(sample.filter((password) => problemOf(password) === null)).toEqual([]);
    expect(problemOf('behindTheLookingGlass')).toContain('lists of leaked passwords');
  });

  it.each([
    'AnnaSchmidt1978!!',
    'schmidt-klinikum-1',
    'footnotefootnote1',
    'Footnote2026!!!!!',
    'anna.schmidt@klinikum'
  ])('refuses %s, made of what an attacker knows of the person or the site', (password) => {
    expect(problemOf(password)).toContain('your name, your e-mail address or the name of this site');
  });

  it('allows a name as a part of something longer', () => {
    expect(problemOf('anna packs seven lanterns')).toBeNull();
  });

  it('refuses any common word that is padded with digits', () => {
    const word = fc.constantFrom('dragon', 'princess', 'sunshine', 'football', 'welcome', 'jennifer');
    const digits = fc.stringMatching(/^\d{10,20}$/);
    fc.assert(
      fc.property(word, digits, (common, padding) => {
        expect(problemOf(common + padding)).not.toBeNull();
      })
    );
  });

  it('never throws and always answers in words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (password) => {
        const problem = problemOf(password);
        expect(problem === null || problem.length > 0).toBe(true);
      })
    );
  });
});
