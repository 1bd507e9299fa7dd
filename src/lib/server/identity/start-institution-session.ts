import { NOWHERE, type Visit } from '#lib/domain/identity/visit.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { endSession, startSession, type StartedSession } from './session.ts';

type Start = {
  personId: string;
  institutionId: string;
  previousSessionId: string | null;
  visit?: Visit | undefined;
  /** Whether the institution's word for a second factor counts, and was given. */
  secondFactor: boolean;
  now: Date;
};

/**
 * Begins the session of somebody for whom an institution vouched; the one that the browser had before ends (ASVS 7.2.4).
 * Call it inside the transaction of the sign-in.
 */
export async function startInstitutionSession(
  tx: Executor,
  { personId, institutionId, previousSessionId, secondFactor, visit = NOWHERE, now }: Start
): Promise<StartedSession> {
  if (previousSessionId !== null) await endSession(tx, { sessionId: previousSessionId, now });
  await insertAuditEvent(tx, {
    at: now,
    actorId: personId,
    action: 'identity.sign-in',
    subject: { kind: 'person', id: personId },
    detail: { method: 'institution', institutionId, secondFactor }
  });
  return startSession(tx, { personId, now, method: 'institution', secondFactor, visit });
}
