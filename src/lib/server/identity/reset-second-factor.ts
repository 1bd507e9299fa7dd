import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import {
  deleteApp,
  deletePasskeysOf,
  deleteRecoveryCodes,
  lockFactors,
  selectFactors
} from './factor-queries.ts';
import { deletePendingOf } from './pending-queries.ts';
import { selectOptionalPerson } from './person-queries.ts';
import { deleteSessionsOf } from './session-queries.ts';
import { tellOfFactor } from './tell-of-factor.ts';

type Reset = {
  personId: string;
  /** The admin; null: the operator at the command line. */
  actorId: string | null;
  reason: string;
  origin: string;
  now: Date;
};

/**
 * Takes away everything that somebody has set up beside the password, for who has lost it, and ends their sessions.
 * `self`: nobody does so for themselves: who sits at an open screen could.
 */
export async function resetSecondFactor(
  db: Executor,
  { personId, actorId, reason, origin, now }: Reset
): Promise<Result<null, 'unknown-person' | 'self'>> {
  if (personId === actorId) return failure('self');
  return db.transaction(async (tx) => {
    if ((await selectOptionalPerson(tx, personId)) === null) return failure('unknown-person');
    await lockFactors(tx, personId);
    const { hasApp: app, passkeys, recoveryCodes: codes } = await selectFactors(tx, personId);
    await deleteApp(tx, personId);
    await deletePasskeysOf(tx, personId);
    await deleteRecoveryCodes(tx, personId);
    await deletePendingOf(tx, personId);
    await deleteSessionsOf(tx, personId);
    const event = { at: now, actorId, subject: { kind: 'person', id: personId }, reason };
    const states = { before: { app, passkeys, codes }, after: { app: false, passkeys: 0, codes: 0 } };
    await insertAuditEvent(tx, { ...event, ...states, action: 'identity.reset-second-factor' });
    await tellOfFactor(tx, { personId, change: 'reset', origin, now });
    return success(null);
  });
}
