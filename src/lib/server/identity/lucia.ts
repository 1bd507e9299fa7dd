import { hash } from 'node:crypto';
import { Lucia } from 'lucia';
import type { Adapter } from 'lucia';
import { isRole } from '#lib/domain/identity/role.ts';
import type { Role } from '#lib/domain/identity/role.ts';
import { isSessionOver, type SessionTimes } from '#lib/domain/identity/session-life.ts';
import type { SessionMethod } from '#lib/domain/identity/session-words.ts';
import type { Executor } from '../db/index.ts';
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  insertSession,
  selectOptionalSession
} from './session-queries.ts';

type PersonAttributes = { email: string; givenName: string; roles: Role[] };

/** What the table holds of a session beside whose it is. */
export type SessionFacts = SessionTimes & {
  method: SessionMethod;
  provenAt: Date;
  secondFactorAt: Date | null;
  browser: string;
  network: string;
};

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof luciaOn>;
    DatabaseUserAttributes: PersonAttributes;
    DatabaseSessionAttributes: { facts: SessionFacts };
  }
}

/** Lucia asks the machine's clock, and knows one life for everybody: it is told yes or no. */
const LUCIA_SAYS = { over: new Date(0), open: new Date(8.64e15) };

/** What the table keeps of a session id: a dump of it signs nobody in. */
export function hashSessionId(sessionId: string): Uint8Array {
  return hash('sha256', sessionId, 'buffer');
}

/** The roles of a list with commas. */
export const rolesIn = (list: string) => list.split(',').filter(isRole);

/**
 * Lucia's adapter over our table. When a session ends, domain/identity/session-life.ts says; one that has is removed by
 * Lucia. `getUserSessions` cannot know raw ids and names none.
 */
function adapterOn(db: Executor, now: Date): Adapter {
  return {
    getSessionAndUser: async (sessionId) => {
      const row = await selectOptionalSession(db, hashSessionId(sessionId));
      if (row === null) return [null, null];
      const { personId, email, givenName, roles: held, ...facts } = row;
      const roles = rolesIn(held);
      const expiresAt = isSessionOver(facts, roles, now) ? LUCIA_SAYS.over : LUCIA_SAYS.open;
      return [
        { id: sessionId, userId: personId, expiresAt, attributes: { facts } },
        { id: personId, attributes: { email, givenName, roles } }
      ];
    },
    getUserSessions: () => Promise.resolve([]),
    setSession: ({ id, userId: personId, attributes: { facts } }) =>
      insertSession(db, { idHash: hashSessionId(id), personId, ...facts }),
    updateSessionExpiration: () => Promise.reject(new Error('Visits are noted by session.ts.')),
    deleteSession: (sessionId) => deleteSession(db, hashSessionId(sessionId)),
    deleteUserSessions: async (personId) => {
      await deleteSessionsOf(db, personId);
    },
    deleteExpiredSessions: () => deleteExpiredSessions(db, now)
  };
}

/** Lucia over the database or an open transaction, at one instant. */
export function luciaOn(db: Executor, now: Date) {
  return new Lucia(adapterOn(db, now), {
    getSessionAttributes: ({ facts }) => ({ facts }),
    getUserAttributes: ({ email, givenName, roles }: PersonAttributes) => ({ email, givenName, roles })
  });
}
