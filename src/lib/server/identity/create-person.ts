import { failure, success } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Profile } from '#lib/domain/identity/profile.ts';
import type { Role } from '#lib/domain/identity/role.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { insertPerson, insertProfile, insertRole } from './person-queries.ts';

export type PersonToCreate = {
  email: string;
  /** When somebody else vouched that the address is theirs; absent: nobody has. */
  emailVerifiedAt?: Date | null;
  /** Null: the person signs in without one. */
  passwordHash: string | null;
  profile: Profile;
  roles: readonly Role[];
  /** Who does it: the person (by default), signing up or opening the set-up link; the command line; or an admin. */
  actor?: 'self' | 'program' | { id: string };
  now: Date;
};

/**
 * Writes person, profile, roles and the audit row; call it inside a transaction. Returns the new id.
 */
export async function createPerson(
  tx: Executor,
  { email, emailVerifiedAt = null, passwordHash, profile, roles, actor = 'self', now }: PersonToCreate
): Promise<Result<string, 'email-taken'>> {
  const id = crypto.randomUUID();
  const person = { id, email, emailVerifiedAt, passwordHash, createdAt: now };
  if (!(await insertPerson(tx, person))) return failure('email-taken');
  await insertProfile(tx, { ...profile, personId: id, updatedAt: now });
  for (const role of roles) await insertRole(tx, { personId: id, role, grantedAt: now });
  const event = { at: now, action: 'identity.create-person', subject: { kind: 'person', id } };
  const byHand = actor === 'program' ? null : id;
  const actorId = typeof actor === 'object' ? actor.id : byHand;
  await insertAuditEvent(tx, { ...event, actorId, detail: { roles } });
  return success(id);
}
