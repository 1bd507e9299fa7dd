import { NOWHERE, type Visit } from '#lib/domain/identity/visit.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { beginSignIn, type SignInOutcome } from './begin-sign-in.ts';
import { endSession, startSession } from './session.ts';

type Start = {
  personId: string;
  institutionId: string;
  previousSessionId: string | null;
  /** Whether the institution's word for a second factor counts, and was given. */
  secondFactor: boolean;
  visit?: Visit | undefined;
  now: Date;
};

/**
 * Signs in somebody for whom an institution vouched. Where it did not vouch for a second factor, it goes on as after a
 * password: ours is awaited, if one is set up. The session that the browser had before ends (ASVS 7.2.4). Call it inside
 * the transaction of the sign-in.
 */
export async function startInstitutionSession(
  tx: Executor,
  { secondFactor, ...start }: Start
): Promise<SignInOutcome> {
  const method = 'institution';
  if (!secondFactor) return beginSignIn(tx, { ...start, method });
  const { personId, institutionId, previousSessionId, visit = NOWHERE, now } = start;
  if (previousSessionId !== null) await endSession(tx, { sessionId: previousSessionId, now });
  await insertAuditEvent(tx, {
    at: now,
    actorId: personId,
    action: 'identity.sign-in',
    subject: { kind: 'person', id: personId },
    detail: { method, institutionId, secondFactor }
  });
  return {
    kind: 'session',
    session: await startSession(tx, { personId, now, method, secondFactor, visit })
  };
}
