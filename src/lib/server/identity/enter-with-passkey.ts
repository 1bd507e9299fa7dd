import { NOWHERE, type Visit } from '#lib/domain/identity/visit.ts';
import type { ThrottlePolicy } from '#lib/domain/identity/throttle.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { enterWithFactor, type Asked } from './enter-with-factor.ts';
import { endSession, startSession, type StartedSession } from './session.ts';
import { withThrottle, type Throttled } from './throttle.ts';
import { usePasskey } from './use-passkey.ts';

/** A signature cannot be guessed; this keeps noise from one network down. */
const POLICY: ThrottlePolicy = {
  free: 20,
  firstWaitSeconds: 5,
  longestWaitSeconds: 300,
  forgetAfterSeconds: 3600
};

type Entry = {
  body: unknown;
  /** Who is asked for a second factor; null: somebody signs in with the passkey alone. */
  asked: Asked | null;
  previousSessionId: string | null;
  visit?: Visit;
  origin: string;
  rpId: string;
  now: Date;
};

async function enter(tx: Executor, personId: string, entry: Entry): Promise<Result<StartedSession, 'ended'>> {
  const { asked, previousSessionId, visit = NOWHERE, now } = entry;
  if (asked !== null) return enterWithFactor(tx, { asked, factor: 'passkey', now });
  if (previousSessionId !== null) await endSession(tx, { sessionId: previousSessionId, now });
  const event = { at: now, actorId: personId, subject: { kind: 'person', id: personId } };
  await insertAuditEvent(tx, { ...event, action: 'identity.sign-in', detail: { method: 'passkey' } });
  return success(await startSession(tx, { personId, method: 'passkey', secondFactor: true, visit, now }));
}

/**
 * Lets in whose passkey signed our challenge. It checks its user itself (by finger, face or PIN), so that it counts as
 * two factors at once.
 */
export async function enterWithPasskey(
  db: Executor,
  entry: Entry
): Promise<Result<StartedSession, Throttled | { kind: 'copied' | 'ended' }>> {
  const { asked, visit = NOWHERE, now } = entry;
  const place = { door: 'passkey', from: visit.network, policy: POLICY, now };
  const tried = await withThrottle(db, place, async () => {
    const used = await usePasskey(db, { ...entry, personId: asked?.personId ?? null });
    return !used.ok && used.problem === 'refused' ? null : used;
  });
  if (!tried.ok) return tried;
  const used = tried.value;
  if (!used.ok) return failure({ kind: 'copied' });
  const entered = await db.transaction((tx) => enter(tx, used.value.personId, entry));
  return entered.ok ? entered : failure({ kind: 'ended' });
}
