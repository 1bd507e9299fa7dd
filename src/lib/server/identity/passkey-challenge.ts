import { createHash, randomBytes } from 'node:crypto';
import type { Executor } from '../db/index.ts';
import { deleteChallenge, insertChallenge } from './passkey-queries.ts';

const LIFE = 5 * 60_000;

const hashOf = (challenge: string): Uint8Array => createHash('sha256').update(challenge).digest();

/** What a challenge is for, and for whom; null: nobody knows yet who will sign in. */
export type ChallengeUse =
  { purpose: 'sign-in'; personId: null } | { purpose: 'register' | 'second-factor'; personId: string };

/** Makes a challenge, of which only the hash is kept. It is the bytes that are signed, in base64url. */
export async function makeChallenge(
  db: Executor,
  use: ChallengeUse,
  now: Date
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(randomBytes(32));
  const challengeHash = hashOf(Buffer.from(bytes).toString('base64url'));
  const expiresAt = new Date(now.getTime() + LIFE);
  await insertChallenge(db, { challengeHash, ...use, createdAt: now, expiresAt });
  return bytes;
}

/** Uses up a challenge, whatever else is wrong with the answer; false: it does not count, or no more. */
export function takeChallenge(
  db: Executor,
  { challenge, use, now }: { challenge: string; use: ChallengeUse; now: Date }
): Promise<boolean> {
  return deleteChallenge(db, { challengeHash: hashOf(challenge), ...use, now });
}
