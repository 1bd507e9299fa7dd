import { failure, success } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Role } from '#lib/domain/identity/role.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { deleteRole, insertRole, lockAdmins, selectOptionalPerson } from './person-queries.ts';

export type RoleChange = { personId: string; role: Role; actorId: string | null; now: Date };

type Step = { action: string; before?: { role: Role }; after?: { role: Role } };

function audit(tx: Executor, step: Step, { personId, role, actorId, now }: RoleChange): Promise<void> {
  const subject = { kind: 'person', id: personId };
  return insertAuditEvent(tx, { at: now, actorId, subject, detail: { role }, ...step });
}

/** Gives a role. Giving one that the person holds changes nothing. */
export async function grantRole(db: Executor, change: RoleChange): Promise<Result<null, 'unknown-person'>> {
  const { personId, role, now } = change;
  return db.transaction(async (tx) => {
    if ((await selectOptionalPerson(tx, personId)) === null) return failure('unknown-person');
    const isNew = await insertRole(tx, { personId, role, grantedAt: now });
    if (isNew) await audit(tx, { action: 'identity.grant-role', after: { role } }, change);
    return success(null);
  });
}

/** Takes a role. `last-admin`: somebody must be able to give roles; two admins cannot take them from each other at once. */
export async function withdrawRole(
  db: Executor,
  change: RoleChange
): Promise<Result<null, 'unknown-person' | 'last-admin'>> {
  const { personId, role } = change;
  return db.transaction(async (tx) => {
    if ((await selectOptionalPerson(tx, personId)) === null) return failure('unknown-person');
    const admins = role === 'admin' ? await lockAdmins(tx) : [];
    if (admins.length === 1 && admins[0] === personId) return failure('last-admin');
    const held = await deleteRole(tx, { personId, role });
    if (held) await audit(tx, { action: 'identity.withdraw-role', before: { role } }, change);
    return success(null);
  });
}
