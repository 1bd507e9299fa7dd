import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { deleteOtherSessions, deleteSessionByHandle, deleteSessionsOf } from './session-queries.ts';
import type { SignedInPerson } from './signed-in-person.ts';

type Ended = { personId: string; actorId: string; sessions: number; now: Date };

function audit(tx: Executor, { personId, actorId, sessions, now }: Ended): Promise<void> {
  const subject = { kind: 'person', id: personId };
  return insertAuditEvent(tx, {
    at: now,
    actorId,
    action: 'identity.end-sessions',
    subject,
    detail: { sessions }
  });
}

/** Ends one of one's own sessions at once, by what the list calls it; false: there is none such. */
export function endOwnSession(
  db: Executor,
  { personId, handle, now }: { personId: string; handle: string; now: Date }
): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await deleteSessionByHandle(tx, { personId, handle }))) return false;
    await audit(tx, { personId, actorId: personId, sessions: 1, now });
    return true;
  });
}

/** Ends all of one's own sessions but the one that asks. Returns how many that were. */
export function endOtherSessions(
  db: Executor,
  { person, now }: { person: Pick<SignedInPerson, 'id' | 'sessionIdHash'>; now: Date }
): Promise<number> {
  const { id: personId, sessionIdHash: keptIdHash } = person;
  return db.transaction(async (tx) => {
    const sessions = await deleteOtherSessions(tx, { personId, keptIdHash });
    if (sessions > 0) await audit(tx, { personId, actorId: personId, sessions, now });
    return sessions;
  });
}

/** Ends all sessions of somebody. Returns how many that were. */
export function endSessionsOf(
  db: Executor,
  { personId, actorId, now }: { personId: string; actorId: string; now: Date }
): Promise<number> {
  return db.transaction(async (tx) => {
    const sessions = await deleteSessionsOf(tx, personId);
    if (sessions > 0) await audit(tx, { personId, actorId, sessions, now });
    return sessions;
  });
}
