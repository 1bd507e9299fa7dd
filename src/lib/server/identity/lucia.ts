import { createHash } from 'node:crypto';
import { Lucia, TimeSpan } from 'lucia';
import type { Adapter } from 'lucia';
import { isRole } from '#lib/domain/identity/role.ts';
import type { Role } from '#lib/domain/identity/role.ts';
import type { Executor } from '../db/index.ts';
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  insertSession,
  listSessionRows,
  updateSessionExpiry
} from './session-queries.ts';

const SLIDING_LIFE = new TimeSpan(10, 'd');
const ABSOLUTE_LIFE = new TimeSpan(30, 'd');
const LEAST_MOVE = new TimeSpan(1, 'h');

type PersonAttributes = { email: string; givenName: string; roles: Role[] };

/** How the session began, when its person last proved who they are, and when with a second factor (null: not yet). */
type SessionAttributes = { method: string; provenAt: Date; secondFactorAt: Date | null };

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof luciaOn>;
    DatabaseUserAttributes: PersonAttributes;
    DatabaseSessionAttributes: SessionAttributes;
  }
}

/** What the table keeps of a session id: a dump of it signs nobody in. */
export function hashSessionId(sessionId: string): Uint8Array {
  return createHash('sha256').update(sessionId).digest();
}

async function selectOptionalSession(db: Executor, input: { sessionId: string; now: Date }) {
  const rows = await listSessionRows(db, { idHash: hashSessionId(input.sessionId), now: input.now });
  const first = rows[0];
  if (first === undefined) return null;
  return { ...first, roles: rows.flatMap(({ role }) => (role !== null && isRole(role) ? [role] : [])) };
}

/**
 * Lucia's adapter over our table. Lucia knows sliding ends only, so the absolute end is kept here: such a session is
 * not found, and no renewal reaches beyond it. `getUserSessions` cannot know raw ids and names none.
 */
function adapterOn(db: Executor, now: Date): Adapter {
  let stored: { expiresAt: Date; absoluteExpiresAt: Date } | null = null;
  return {
    getSessionAndUser: async (sessionId) => {
      const row = await selectOptionalSession(db, { sessionId, now });
      if (row === null) return [null, null];
      stored = row;
      const { personId, expiresAt, email, givenName, roles, ...attributes } = row;
      return [
        { id: sessionId, userId: personId, expiresAt, attributes },
        { id: personId, attributes: { email, givenName, roles } }
      ];
    },
    getUserSessions: () => Promise.resolve([]),
    setSession: ({ id, userId: personId, expiresAt, attributes }) => {
      const absoluteExpiresAt = new Date(now.getTime() + ABSOLUTE_LIFE.milliseconds());
      const idHash = hashSessionId(id);
      const times = { createdAt: now, lastSeenAt: now, expiresAt, absoluteExpiresAt };
      return insertSession(db, { idHash, personId, ...times, ...attributes });
    },
    updateSessionExpiration: async (sessionId, wished) => {
      const end = Math.min(wished.getTime(), stored?.absoluteExpiresAt.getTime() ?? wished.getTime());
      // Near the absolute end Lucia would move the sliding one at every request.
      if (stored !== null && end - stored.expiresAt.getTime() < LEAST_MOVE.milliseconds()) return;
      await updateSessionExpiry(db, { idHash: hashSessionId(sessionId), expiresAt: new Date(end) });
    },
    deleteSession: (sessionId) => deleteSession(db, hashSessionId(sessionId)),
    deleteUserSessions: (personId) => deleteSessionsOf(db, personId),
    deleteExpiredSessions: () => deleteExpiredSessions(db, now)
  };
}

/** Lucia over the database or an open transaction, at one instant. */
export function luciaOn(db: Executor, now: Date) {
  return new Lucia(adapterOn(db, now), {
    sessionExpiresIn: SLIDING_LIFE,
    getSessionAttributes: ({ provenAt, secondFactorAt }: SessionAttributes) => ({ provenAt, secondFactorAt }),
    getUserAttributes: ({ email, givenName, roles }: PersonAttributes) => ({ email, givenName, roles })
  });
}
