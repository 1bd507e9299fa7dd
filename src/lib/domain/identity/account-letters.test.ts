import { describe, expect, it } from 'vitest';
import {
  accountMadeLetter,
  emailChangeAskedLetter,
  emailChangedLetter,
  linkLetter,
  passwordChangedLetter
} from './account-letters.ts';
import { isLetterOver, linkEnd, linkPath, type LinkPurpose } from './account-link.ts';
import { withoutTokens } from './message-state.ts';

const origin = 'https://cme.example.org';
const token = 'aB3-_'.repeat(8) + 'xyz';
const PURPOSES: LinkPurpose[] = ['verify-email', 'change-email', 'reset-password'];

describe('letters about an account', () => {
  it.each(PURPOSES)(
    'say where the link for %s leads, how long it works, and what to do with it',
    (purpose) => {
      const link = origin + linkPath(purpose, token);
      const { subject, body } = linkLetter(purpose, { origin, link });
      expect(body).toContain(`\n${link}\n`);
      expect(body).toMatch(/works once, within (24 hours|an hour|10 minutes)\./);
      expect(body).toContain('ignore this letter');
      expect(subject).not.toMatch(/[\r\n]/);
      expect(withoutTokens(body), 'as an admin reads it').not.toContain(token);
      expect(withoutTokens(body)).toContain(`${linkPath(purpose, '')}…`);
    }
  );

  it('give links an end: a day, an hour, ten minutes', () => {
    const now = new Date('2027-01-31T12:00:00Z');
    expect(PURPOSES.map((purpose) => linkEnd(purpose, now).toISOString())).toEqual([
      '2027-02-01T12:00:00.000Z',
      '2027-01-31T13:00:00.000Z',
      '2027-01-31T12:10:00.000Z'
    ]);
  });

  it('are over when their link has ended; others never are', () => {
    const createdAt = new Date('2027-01-31T12:00:00Z');
    const isOver = (kind: string, minutes: number) =>
      isLetterOver({ kind, createdAt }, new Date(createdAt.getTime() + minutes * 60_000));
    expect([isOver('reset-password', 9), isOver('reset-password', 10)]).toEqual([false, true]);
    expect([isOver('verify-email', 60), isOver('follow-up', 1_000_000)]).toEqual([false, false]);
  });

  it('tell of changes, and what to do if it was somebody else', () => {
    for (const { body } of [emailChangeAskedLetter({ origin }), passwordChangedLetter({ origin })])
      expect(body).toContain(`If it was not you, choose another password at once:\n${origin}/reset-password`);
    expect(accountMadeLetter({ origin }).body).toContain(`then sign in:\n${origin}/reset-password`);
    expect(emailChangedLetter({ origin }).body).toContain(`tell those who run ${origin} at once`);
  });
});
