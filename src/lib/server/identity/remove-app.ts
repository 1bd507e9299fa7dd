import { hasFactor, mayBeLeftWith } from '#lib/domain/identity/second-factor.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import {
  clearSecondFactorOf,
  deleteApp,
  deleteRecoveryCodes,
  lockFactors,
  selectFactors
} from './factor-queries.ts';
import { tellOfFactor } from './tell-of-factor.ts';

/** Without a factor, recovery codes stand in for nothing, and no session has shown one. */
export async function forgetIfLast(
  tx: Executor,
  { personId, left }: { personId: string; left: { hasApp: boolean; passkeys: number } }
): Promise<void> {
  if (hasFactor(left)) return;
  await deleteRecoveryCodes(tx, personId);
  await clearSecondFactorOf(tx, personId);
}

/** Removes a person's authenticator app. `last`: a role of theirs needs a second factor, and there is no other. */
export async function removeApp(
  db: Executor,
  { personId, origin, now }: { personId: string; origin: string; now: Date }
): Promise<Result<null, 'last'>> {
  return db.transaction(async (tx) => {
    const roles = await lockFactors(tx, personId);
    const before = await selectFactors(tx, personId);
    const left = { hasApp: false, passkeys: before.passkeys };
    if (before.hasApp && !mayBeLeftWith(left, roles)) return failure('last');
    if (!(await deleteApp(tx, personId))) return success(null);
    await forgetIfLast(tx, { personId, left });
    const event = { at: now, actorId: personId, subject: { kind: 'person', id: personId } };
    const states = { before: { app: true }, after: { app: false } };
    await insertAuditEvent(tx, { ...event, action: 'identity.remove-app', ...states });
    await tellOfFactor(tx, { personId, change: 'app-removed', origin, now });
    return success(null);
  });
}
