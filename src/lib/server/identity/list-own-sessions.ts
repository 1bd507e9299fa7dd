import type { Role } from '#lib/domain/identity/role.ts';
import { isSessionOver } from '#lib/domain/identity/session-life.ts';
import type { OwnSession } from '#lib/domain/identity/session-words.ts';
import type { Executor } from '../db/index.ts';
import { listSessionsOf } from './session-queries.ts';
import type { SignedInPerson } from './signed-in-person.ts';

/** The open sessions of whoever asks: the one that asks, marked, then the others, the one seen last first. */
export async function listOwnSessions(
  db: Executor,
  { person, now }: { person: SignedInPerson; now: Date }
): Promise<OwnSession[]> {
  const rows = await listSessionsOf(db, person.id);
  const held = [...person.roles, ...person.lockedRoles];
  return rows
    .filter((row) => !isSessionOver(row, held, now))
    .map(({ idHash, handle, browser, network, method, secondFactorAt, createdAt, lastSeenAt }) => ({
      handle,
      isThisOne: Buffer.compare(idHash, person.sessionIdHash) === 0,
      browser,
      network,
      method,
      hasSecondFactor: secondFactorAt !== null,
      beganAt: createdAt,
      lastSeenAt
    }))
    .sort((one, other) => Number(other.isThisOne) - Number(one.isThisOne));
}

/** How many open sessions somebody with these roles has. */
export async function countSessions(
  db: Executor,
  { personId, roles, now }: { personId: string; roles: readonly Role[]; now: Date }
): Promise<number> {
  const rows = await listSessionsOf(db, personId);
  return rows.filter((row) => !isSessionOver(row, roles, now)).length;
}
