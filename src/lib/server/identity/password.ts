import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { failure, success } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { yieldToOthers } from './hashing-threads.ts';

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. The package's default variant is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Each takes a core for some 20 ms: more at once, and a storm of sign-ins would starve the attempts. One core at least is
 * left to them.
 */
const AT_ONCE = Math.min(2, Math.max(1, availableParallelism() - 1));

const MOST_WAITING = 20;

let running = 0;
let hasYielded = false;
const waiting: (() => void)[] = [];

/** Runs the work when its turn comes; `busy` where too many wait already. */
async function inTurn<Value>(work: () => Promise<Value>): Promise<Result<Value, 'busy'>> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) return failure('busy');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    const value = await work();
    // The threads exist from the first work on.
    if (!hasYielded) yieldToOthers();
    hasYielded = true;
    return success(value);
  } finally {
    const next = waiting.shift();
    // The turn is handed on, so `running` stays as it is.
    if (next) next();
    else running -= 1;
  }
}

/** Whether a password that came now would not be looked at. */
export const isCrowded = (): boolean => waiting.length >= MOST_WAITING;

/** So many within a second are told on a page that there is a crowd. */
const PAGES_A_SECOND = 20;

let second = { begins: 0, pages: 0 };

/**
 * Whether a crowd has become a storm: passwords are not looked at, and the pages that say so would themselves take what
 * the attempts need. `now` in milliseconds.
 */
export function isStorm(now: number): boolean {
  if (!isCrowded()) return false;
  if (Math.abs(now - second.begins) >= 1000) second = { begins: now, pages: 0 };
  second.pages += 1;
  return second.pages > PAGES_A_SECOND;
}

/** Hashes a new password. Returns a PHC string, or `busy`. */
export function hashPassword(password: string): Promise<Result<string, 'busy'>> {
  return inTurn(() => hash(password, COST));
}

/** The hash of 32 random bytes that nobody kept, at the same cost. */
export const UNKNOWN_PASSWORD_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$HHJslKUIbpOR0mQYZc2NXg$lVJ4ze9wYrigdlpy9amEV64MIVFr8/BWJzScXxQCRA4';

/** Whether the password fits the hash. With no hash (an unknown e-mail address) it takes as long, and does not fit. */
export async function verifyPassword(
  passwordHash: string | null,
  password: string
): Promise<Result<boolean, 'busy'>> {
  const verified = await inTurn(() => verify(passwordHash ?? UNKNOWN_PASSWORD_HASH, password));
  return verified.ok ? success(verified.value && passwordHash !== null) : verified;
}
