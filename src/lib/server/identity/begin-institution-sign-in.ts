import { createHash } from 'node:crypto';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { beginJourney } from './institution-client.ts';
import { selectOptionalInstitution } from './institution-queries.ts';
import { clientAt } from './institution-secret.ts';
import { deleteExpiredJourneys, insertSignIn } from './institution-sign-in-queries.ts';

/** For so long a sign-in may be on its way. */
export const JOURNEY_SECONDS = 600;

/** What the tables keep of a state or a token. */
export function hashInstitutionToken(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}

type Begun = {
  institutionId: string;
  /** This site's address to come back to, as the institution knows it. */
  redirectUri: string;
  returnTo: string;
  /** Who connects an account of theirs; null: somebody signs in. */
  personId: string | null;
  signingSecret: string | null;
  now: Date;
};

/** Where the browser is to go, and the state that it is to remember. */
type Departure = { name: string; address: string; state: string };

type Problem = { kind: 'unknown' | 'secret-lost' | 'no-answer'; reason: string };

/** Begins a sign-in at an institution that is switched on. What proves the answer later stays here. */
export async function beginInstitutionSignIn(
  db: Executor,
  { institutionId, redirectUri, returnTo, personId, signingSecret, now }: Begun
): Promise<Result<Departure, Problem>> {
  const row = await selectOptionalInstitution(db, institutionId);
  if (row === null || row.disabledAt !== null) return failure({ kind: 'unknown', reason: '' });
  const at = clientAt(row, signingSecret);
  if (!at.ok) return failure({ kind: at.problem, reason: '' });
  const begun = await beginJourney(at.value, { redirectUri, now });
  if (!begun.ok) return failure({ kind: 'no-answer', reason: begun.problem.reason });
  const { state, nonce, codeVerifier, address } = begun.value;
  await db.transaction(async (tx) => {
    await deleteExpiredJourneys(tx, now);
    const expiresAt = new Date(now.getTime() + JOURNEY_SECONDS * 1000);
    const kept = { institutionId, nonce, codeVerifier, returnTo, personId, createdAt: now, expiresAt };
    await insertSignIn(tx, { stateHash: hashInstitutionToken(state), ...kept });
  });
  return success({ name: row.name, address, state });
}
