import { createHash, randomBytes } from 'node:crypto';
import { hasFactor } from '#lib/domain/identity/second-factor.ts';
import { NOWHERE, type Visit } from '#lib/domain/identity/visit.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { selectFactors } from './factor-queries.ts';
import { insertPending } from './pending-queries.ts';
import { endSession, startSession, type StartedSession } from './session.ts';

/** For so long a second factor may be shown after the first one (ASVS 6.5.5). */
const LIFE = 10 * 60_000;

/** A sign-in whose second factor is awaited; the token goes into a cookie of its own and nowhere else. */
export type PendingSignIn = { token: string; expiresAt: Date };

/** What a right password, or an institution, leads to. */
export type SignInOutcome =
  { kind: 'session'; session: StartedSession } | { kind: 'second-factor'; pending: PendingSignIn };

/** What is kept of the token of a pending sign-in. */
export function hashPendingToken(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}

type FirstFactor = {
  personId: string;
  method: 'password' | 'institution';
  /** Which institution it was. */
  institutionId?: string;
  previousSessionId: string | null;
  visit?: Visit | undefined;
  now: Date;
};

async function awaitSecondFactor(
  tx: Executor,
  { personId, method, now }: FirstFactor
): Promise<PendingSignIn> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + LIFE);
  await insertPending(tx, {
    tokenHash: hashPendingToken(token),
    personId,
    method,
    createdAt: now,
    expiresAt
  });
  return { token, expiresAt };
}

/**
 * Signs somebody in whose first factor was right. Where a second one is set up, no session begins yet. Else the session
 * that the browser had before ends (ASVS 7.2.4). Call it inside the transaction.
 */
export async function beginSignIn(tx: Executor, first: FirstFactor): Promise<SignInOutcome> {
  const { personId, method, institutionId, previousSessionId, visit = NOWHERE, now } = first;
  const detail = institutionId === undefined ? { method } : { method, institutionId };
  const event = { at: now, actorId: personId, subject: { kind: 'person', id: personId }, detail };
  if (hasFactor(await selectFactors(tx, personId))) {
    await insertAuditEvent(tx, { ...event, action: 'identity.await-second-factor' });
    return { kind: 'second-factor', pending: await awaitSecondFactor(tx, first) };
  }
  if (previousSessionId !== null) await endSession(tx, { sessionId: previousSessionId, now });
  await insertAuditEvent(tx, { ...event, action: 'identity.sign-in' });
  return { kind: 'session', session: await startSession(tx, { personId, method, visit, now }) };
}
