import { hash, verify } from '@node-rs/argon2';
import { failure, success } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. The package's default variant is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Each takes a core for some 20 ms: more at once, and a storm of sign-ins would starve the attempts. */
const AT_ONCE = 2;

const MOST_WAITING = 20;

let running = 0;
const waiting: (() => void)[] = [];

/** Runs the work when its turn comes; `busy` where too many wait already. */
async function inTurn<Value>(work: () => Promise<Value>): Promise<Result<Value, 'busy'>> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) return failure('busy');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return success(await work());
  } finally {
    const next = waiting.shift();
    // The turn is handed on, so `running` stays as it is.
    if (next) next();
    else running -= 1;
  }
}

/** Whether a password that came now would not be looked at. */
export const isCrowded = (): boolean => waiting.length >= MOST_WAITING;

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
