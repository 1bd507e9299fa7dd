import { and, eq } from 'drizzle-orm';
import { isRole, type Role } from '#lib/domain/identity/role.ts';
import type { Executor } from '../db/index.ts';
import { institutionRoles } from '../db/schema/identity-institution.ts';

type Bond = { personId: string; institutionId: string };

/** The roles that rules of this institution gave to the person. */
export async function listRolesByRule(db: Executor, { personId, institutionId }: Bond): Promise<Role[]> {
  const rows = await db
    .select({ role: institutionRoles.role })
    .from(institutionRoles)
    .where(and(eq(institutionRoles.personId, personId), eq(institutionRoles.institutionId, institutionId)));
  return rows.flatMap(({ role }) => (isRole(role) ? [role] : []));
}

/** Remembers where a role came from. It goes with the role. */
export async function insertRoleByRule(tx: Executor, bond: Bond & { role: Role }): Promise<void> {
  await tx.insert(institutionRoles).values(bond).onConflictDoNothing();
}
