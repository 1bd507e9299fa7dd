import { describe, expect, it } from 'vitest';
import { networkOf } from './network.ts';
import {
  countHeld,
  secondsToWait,
  waitUntil,
  waitWords,
  type Failures,
  type ThrottlePolicy
} from './throttle.ts';

const policy: ThrottlePolicy = {
  free: 10,
  firstWaitSeconds: 2,
  longestWaitSeconds: 3600,
  forgetAfterSeconds: 86_400
};
const start = new Date('2027-01-31T12:00:00Z');
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const wait = (count: number, now = start) => {
  const until = waitUntil({ count, lastAt: start }, policy, now);
  return until && secondsToWait(until, now);
};

describe('a throttle', () => {
  it('lets a few failures pass, then doubles the wait up to its longest', () => {
    expect([0, 1, 9].map((count) => wait(count))).toEqual([null, null, null]);
    expect([10, 11, 12, 13].map((count) => wait(count))).toEqual([2, 4, 8, 16]);
    expect([30, 5000].map((count) => wait(count))).toEqual([3600, 3600]);
    expect(waitUntil(null, policy, start)).toBeNull();
  });

  it('counts the wait from the last failure, and forgets after a day without one', () => {
    expect(wait(11, later(1))).toBe(3);
    expect(wait(11, later(4))).toBeNull();
    const failures = { count: 500, lastAt: start };
    expect(countHeld(failures, policy, later(86_400))).toBe(500);
    expect(countHeld(failures, policy, later(86_401))).toBe(0);
  });

  it('makes a thousand guesses take more than a month', () => {
    let now = start;
    let failures: Failures | null = null;
    for (let guess = 0; guess < 1000; guess += 1) {
      now = waitUntil(failures, policy, now) ?? now;
      failures = { count: countHeld(failures, policy, now) + 1, lastAt: now };
    }
    expect(now.getTime() - start.getTime()).toBeGreaterThan(30 * 86_400_000);
  });

  it('stops at the most failures there may be, until all are forgotten', () => {
    const until = (now: Date) => waitUntil({ count: 100, lastAt: start }, { ...policy, most: 100 }, now);
    expect(until(later(86_400))).toEqual(later(86_401));
    expect(until(later(86_401))).toBeNull();
    expect(waitUntil({ count: 99, lastAt: start }, { ...policy, most: 100 }, later(3600))).toBeNull();
  });

  it('says the wait in words', () => {
    expect([1, 5, 60, 61, 3600, 3601, 86_399, 86_400, 90_000].map(waitWords)).toEqual([
      'in a second',
      'in 5 seconds',
      'in about a minute',
      'in about 2 minutes',
      'in about an hour',
      'in about 2 hours',
      'in about a day',
      'in about a day',
      'in about 2 days'
    ]);
  });
});

describe('the network of an address', () => {
  it.each([
    ['192.0.2.17', '192.0.2.0/24'],
    [' 192.0.2.17:55012', '192.0.2.0/24'],
    ['::ffff:192.0.2.17', '192.0.2.0/24'],
    ['2001:db8:1:2::7', '2001:db8:1::/48'],
    ['2001:0DB8:0001:ffff:0:0:0:1', '2001:db8:1::/48'],
    ['[2001:db8:1::7]:443', '2001:db8:1::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['::1', '0:0:0::/48'],
    ['', 'unknown'],
    ['somewhere', 'unknown'],
    ['1::2::3', 'unknown'],
    ['2001:zz::1', 'unknown']
  ])('of %j is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
