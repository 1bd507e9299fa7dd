import type { Role } from '#lib/domain/identity/role.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { insertRoleByRule, listRolesByRule } from './institution-role-queries.ts';
import { deleteRole, insertRole, lockAdmins } from './person-queries.ts';

/** Whose roles, by whose rules; `mapped`: the roles that fit at this moment. */
type Following = { personId: string; institutionId: string; mapped: readonly Role[]; now: Date };

function audit(tx: Executor, action: string, { role, of }: { role: Role; of: Following }): Promise<void> {
  const { personId, institutionId, now: at } = of;
  const subject = { kind: 'person', id: personId };
  return insertAuditEvent(tx, { at, actorId: null, action, subject, detail: { role, institutionId } });
}

async function withdraw(tx: Executor, of: Following, role: Role): Promise<void> {
  const { personId } = of;
  const admins = role === 'admin' ? await lockAdmins(tx) : [];
  // Somebody must be able to give roles.
  if (admins.length === 1 && admins[0] === personId) return;
  if (await deleteRole(tx, { personId, role })) await audit(tx, 'identity.withdraw-role', { role, of });
}

/**
 * Gives the roles that the rules give, and takes those that rules of the same institution gave and give no more. Roles
 * that an admin gave stay. Call it inside the transaction of the sign-in.
 */
export async function followRoleRules(tx: Executor, of: Following): Promise<void> {
  const { personId, institutionId, mapped, now } = of;
  const before = await listRolesByRule(tx, { personId, institutionId });
  for (const role of before.filter((each) => !mapped.includes(each))) await withdraw(tx, of, role);
  for (const role of mapped) {
    if (!(await insertRole(tx, { personId, role, grantedAt: now }))) continue;
    await insertRoleByRule(tx, { personId, institutionId, role });
    await audit(tx, 'identity.grant-role', { role, of });
  }
}
