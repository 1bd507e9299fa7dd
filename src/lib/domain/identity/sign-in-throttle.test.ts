import { describe, expect, it } from 'vitest';
import { signInRecords, type KnownPlace } from './sign-in-throttle.ts';
import { countHeld, waitUntil, type Failures, type ThrottlePolicy } from './throttle.ts';
import { NOWHERE } from './visit.ts';

const START = new Date('2027-01-31T12:00:00Z');
const HOUR = 60 * 60 * 1000;

const visit = { ...NOWHERE, network: '192.0.2.0/24', browserToken: 'token' };
const recordsOf = (known: Partial<KnownPlace>, account = 'ana@example.org') =>
  signInRecords({ account, visit }, { browser: false, network: false, ...known });

/** How many guesses somebody makes who always guesses as soon as the record lets them. */
function guessesWithin(hours: number, policy: ThrottlePolicy | undefined): number {
  if (!policy) return 0;
  let failures: Failures | null = null;
  for (let count = 0; ; count += 1) {
    const now: Date = waitUntil(failures, policy, failures?.lastAt ?? START) ?? failures?.lastAt ?? START;
    if (now.getTime() - START.getTime() > hours * HOUR) return count;
    failures = { count: countHeld(failures, policy, now) + 1, lastAt: now };
  }
}

const policyOf = (door: string) =>
  [...recordsOf({}), ...recordsOf({ browser: true })].find((record) => record.door === door)?.policy;

describe('what a sign-in is counted in', () => {
  it('is network, account and both, where nobody signed in to the account before', () => {
    expect(recordsOf({}).map(({ door, from }) => `${door}: ${from}`)).toEqual([
      'sign-in network: 192.0.2.0/24',
      'sign-in account: ana@example.org',
      'sign-in place: ana@example.org 192.0.2.0/24'
    ]);
  });

  it('is a record of its own in a known network, and in a known browser another', () => {
    expect(recordsOf({ network: true }).map(({ door }) => door)).toEqual(['sign-in place']);
    expect(recordsOf({ browser: true, network: true }).map(({ door }) => door)).toEqual(['sign-in browser']);
  });

  it('is the same however the address is written', () => {
    expect(recordsOf({}, ' Ana@Example.ORG ')).toEqual(recordsOf({}));
  });

  it.each([
    ['sign-in account', 35, 100],
    ['sign-in place', 21, 100],
    ['sign-in browser', 21, 100]
  ])('lets %s be guessed at %i times a day and %i times in three months', (door, day, months) => {
    expect(guessesWithin(24, policyOf(door))).toBeLessThanOrEqual(day);
    expect(guessesWithin(24 * 92, policyOf(door))).toBeLessThanOrEqual(months);
  });

  it('lets a network guess 200 times a day over all accounts', () => {
    expect(guessesWithin(24, policyOf('sign-in network'))).toBeLessThanOrEqual(200);
  });
});
