import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { followRoleRules } from './follow-role-rules.ts';
import {
  deleteIdentities,
  lockHasPassword,
  selectHasOpenIdentity,
  selectHasPasskey
} from './institution-identity-queries.ts';

type Unlinking = { personId: string; institutionId: string; now: Date };

/** Whether the person can sign in without this institution. Their row is locked, so that this stays so. */
async function hasOtherWay(tx: Executor, { personId, institutionId }: Unlinking): Promise<boolean> {
  return (
    (await lockHasPassword(tx, personId)) ||
    (await selectHasPasskey(tx, personId)) ||
    (await selectHasOpenIdentity(tx, { personId, except: institutionId }))
  );
}

/**
 * Takes a person's connection to an institution, with the roles that its rules gave. `last-way`: they could not sign in any
 * more. One that is not there is no problem.
 */
export async function unlinkInstitution(db: Executor, of: Unlinking): Promise<Result<null, 'last-way'>> {
  const { personId, institutionId, now } = of;
  return db.transaction(async (tx) => {
    if (!(await hasOtherWay(tx, of))) return failure('last-way');
    if (!(await deleteIdentities(tx, { personId, institutionId }))) return success(null);
    await followRoleRules(tx, { personId, institutionId, mapped: [], now });
    await insertAuditEvent(tx, {
      at: now,
      actorId: personId,
      action: 'identity.unlink-institution',
      subject: { kind: 'person', id: personId },
      detail: { institutionId }
    });
    return success(null);
  });
}
