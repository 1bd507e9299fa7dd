import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { sessions } from '#lib/server/db/schema/identity.ts';
import { grantRole } from '#lib/server/identity/change-role.ts';
import { hashSessionId } from '#lib/server/identity/lucia.ts';
import { findSession, startSession } from '#lib/server/identity/session.ts';
import { signUp } from '#lib/server/identity/sign-up.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { NOON } from '../../support/learner.ts';
import { makePerson } from '../../support/people.ts';
import { anAccount, ORIGIN } from './accounts.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

const START = NOON;
const later = (milliseconds: number) => new Date(START.getTime() + milliseconds);

async function begin(db: Executor): Promise<string> {
  const started = await signUp(db, { ...anAccount(), origin: ORIGIN, now: new Date() });
  if (!started.ok) throw new Error(started.problem.kind);
  return started.value.id;
}

const find = (db: Executor, sessionId: string) => findSession(db, { sessionId, now: new Date() });

async function stored(db: Executor, sessionId: string) {
  const [row] = await db
    .select()
    .from(sessions)
    .where(eq(sessions.idHash, hashSessionId(sessionId)));
  return row;
}

/** A clinician; `open` begins a session and says what it is at an instant. */
async function beginFor(db: Executor) {
  const { id: personId } = await makePerson(db);
  const open = (now: Date) => {
    const started = db.transaction((tx) => startSession(tx, { personId, now }));
    return async (at: Date) => findSession(db, { sessionId: (await started).id, now: at });
  };
  return { personId, open };
}

describeOnEachDatabase(
  'sessions',
  (on) => {
    it('cannot be made from a dump of the table', async () => {
      const { db } = on.database;
      const sessionId = await begin(db);
      const rows = await db.select().from(sessions);
      const hashes = rows.map((row) => Buffer.from(row.idHash));
      const cookies = hashes.flatMap((hash) =>
        (['hex', 'base64', 'base64url', 'latin1', 'utf8'] as const).map((encoding) => hash.toString(encoding))
      );
      for (const cookie of cookies) expect(await find(db, cookie)).toBeNull();
      expect(JSON.stringify(rows)).not.toContain(sessionId);
      expect(await find(db, sessionId)).not.toBeNull();
    });

    it('are drawn from at least 128 bits', async () => {
      const sessionId = await begin(on.database.db);
      // Lucia writes 25 random bytes in base 32.
      expect(sessionId).toMatch(/^[a-z2-7]{40}$/);
    });

    it('last 10 days without a visit and 30 at most; of who teaches or administers an hour, and 12', async () => {
      const { db } = on.database;
      const { personId, open } = await beginFor(db);
      const [of, until] = [open(START), (days: number) => later(days * DAY)];
      expect(await of(until(10))).toBeNull();
      expect(await of(START), 'what has ended is removed').toBeNull();

      const visited = open(START);
      expect(await visited(until(9))).toMatchObject({ renewedUntil: until(19) });
      expect(await visited(until(18))).toMatchObject({ renewedUntil: until(28) });
      expect(await visited(until(27))).toMatchObject({ renewedUntil: until(30) });
      expect(await visited(until(30))).toBeNull();

      await grantRole(db, { personId, role: 'educator', actorId: null, now: START });
      const ofEducator = open(START);
      for (let hour = 0.9; hour < 12; hour += 0.9)
        expect(await ofEducator(later(hour * HOUR))).not.toBeNull();
      expect(await ofEducator(later(12 * HOUR))).toBeNull();
      expect(await open(START)(later(HOUR))).toBeNull();
    });

    it('end sooner once a role was granted, and hold it from the next request on', async () => {
      const { db } = on.database;
      const { personId, open } = await beginFor(db);
      const [inTime, late] = [open(START), open(START)];
      await grantRole(db, { personId, role: 'admin', actorId: null, now: START });
      const held = { roles: ['clinician'], lockedRoles: ['admin'] };
      expect(await inTime(later(HOUR - 1)), 'until a second factor is shown').toMatchObject({ person: held });
      expect(await late(later(HOUR))).toBeNull();
    });

    it('note from where they began, and a learner’s visit once an hour', async () => {
      const { db } = on.database;
      const { personId } = await beginFor(db);
      const visit = { browser: 'Firefox on Linux', network: '192.0.2.0/24', browserToken: null };
      const begin = { personId, now: START, method: 'passkey', visit } as const;
      const { id, expiresAt } = await db.transaction((tx) => startSession(tx, begin));
      expect(expiresAt).toEqual(later(10 * DAY));
      const facts = { browser: visit.browser, network: visit.network, method: 'passkey', lastSeenAt: START };
      expect(await stored(db, id)).toMatchObject(facts);
      const seen = (at: Date) => findSession(db, { sessionId: id, now: at });
      expect(await seen(later(HOUR - 1))).toMatchObject({ renewedUntil: null });
      expect(await stored(db, id)).toMatchObject({ lastSeenAt: START });
      await seen(later(HOUR));
      expect(await stored(db, id)).toMatchObject({ lastSeenAt: later(HOUR) });
    });

    it('are nobody’s for cookies that nobody gave', async () => {
      const { db } = on.database;
      for (const cookie of ['', 'x', '\u0000', "' or 1=1 --", 'a'.repeat(10_000), '🦀']) {
        expect(await find(db, cookie)).toBeNull();
      }
    });
  },
  'empty'
);
