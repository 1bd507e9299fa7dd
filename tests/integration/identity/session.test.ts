import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { sessions } from '#lib/server/db/schema/identity.ts';
import { hashSessionId } from '#lib/server/identity/lucia.ts';
import { findSession } from '#lib/server/identity/session.ts';
import { signUp } from '#lib/server/identity/sign-up.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { anAccount } from './accounts.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

const inTime = (milliseconds: number) => new Date(Date.now() + milliseconds);

async function begin(db: Executor): Promise<string> {
  const started = await signUp(db, { ...anAccount(), now: new Date() });
  if (!started.ok) throw new Error(started.problem);
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

const setEnds = (db: Executor, sessionId: string, ends: { expiresAt?: Date; absoluteExpiresAt?: Date }) =>
  db
    .update(sessions)
    .set(ends)
    .where(eq(sessions.idHash, hashSessionId(sessionId)));

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

    it('last 10 days without a visit, and 30 at most', async () => {
      const { db } = on.database;
      const row = await stored(db, await begin(db));
      const life = (end: Date | undefined) => Math.round(((end?.getTime() ?? 0) - Date.now()) / DAY);
      expect(life(row?.expiresAt)).toBe(10);
      expect(life(row?.absoluteExpiresAt)).toBe(30);
    });

    it('end when nobody came for too long, and are removed then', async () => {
      const { db } = on.database;
      const sessionId = await begin(db);
      await setEnds(db, sessionId, { expiresAt: inTime(-1) });
      expect(await find(db, sessionId)).toBeNull();
      expect(await stored(db, sessionId)).toBeUndefined();
    });

    it('end at their absolute end, however often somebody comes', async () => {
      const { db } = on.database;
      const sessionId = await begin(db);
      await setEnds(db, sessionId, { absoluteExpiresAt: inTime(-1) });
      expect(await find(db, sessionId)).toBeNull();
    });

    it('are renewed past half of their life, never beyond the absolute end', async () => {
      const { db } = on.database;
      const sessionId = await begin(db);
      expect(await find(db, sessionId)).toMatchObject({ renewedUntil: null });
      const absoluteExpiresAt = inTime(8 * DAY);
      await setEnds(db, sessionId, { expiresAt: inTime(4 * DAY), absoluteExpiresAt });
      const found = await find(db, sessionId);
      expect(found?.renewedUntil).not.toBeNull();
      expect((await stored(db, sessionId))?.expiresAt).toEqual(absoluteExpiresAt);
    });

    it('are not written again within the hour, near the absolute end either', async () => {
      const { db } = on.database;
      const sessionId = await begin(db);
      const ends = { expiresAt: inTime(2 * DAY), absoluteExpiresAt: inTime(2 * DAY + HOUR / 2) };
      await setEnds(db, sessionId, ends);
      expect(await find(db, sessionId)).not.toBeNull();
      expect(await stored(db, sessionId)).toMatchObject(ends);
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
