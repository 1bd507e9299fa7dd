import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { lockAdmins, selectOptionalPerson, updateDisabled } from './person-queries.ts';
import { deleteSessionsOf } from './session-queries.ts';

type Change = { personId: string; actorId: string; reason: string; now: Date };

function audit(
  tx: Executor,
  change: Change & { action: string; detail?: { sessions: number } }
): Promise<void> {
  const { personId, actorId, reason, now, action, detail = {} } = change;
  const subject = { kind: 'person', id: personId };
  return insertAuditEvent(tx, { at: now, actorId, action, subject, detail, reason });
}

/**
 * Disables an account: its sessions end at once, and a sign-in gets the same answer as a wrong password. `self`: nobody
 * shuts themselves out. `no-admin`: whoever asks is no admin any more. So an admin is left, who can enable it again, also
 * where two disable each other in the same instant. Disabling a disabled account changes nothing.
 */
export async function disableAccount(
  db: Executor,
  change: Change
): Promise<Result<null, 'unknown-person' | 'self' | 'no-admin'>> {
  const { personId, actorId, now } = change;
  if (personId === actorId) return failure('self');
  return db.transaction(async (tx) => {
    if ((await selectOptionalPerson(tx, personId)) === null) return failure('unknown-person');
    if (!(await lockAdmins(tx)).includes(actorId)) return failure('no-admin');
    if (!(await updateDisabled(tx, { personId, at: now }))) return success(null);
    const sessions = await deleteSessionsOf(tx, personId);
    await audit(tx, { ...change, action: 'identity.disable-account', detail: { sessions } });
    return success(null);
  });
}

/** Enables an account again; enabling one that is not disabled changes nothing. */
export async function enableAccount(db: Executor, change: Change): Promise<Result<null, 'unknown-person'>> {
  const { personId } = change;
  return db.transaction(async (tx) => {
    if ((await selectOptionalPerson(tx, personId)) === null) return failure('unknown-person');
    const isChanged = await updateDisabled(tx, { personId, at: null });
    if (isChanged) await audit(tx, { ...change, action: 'identity.enable-account' });
    return success(null);
  });
}
