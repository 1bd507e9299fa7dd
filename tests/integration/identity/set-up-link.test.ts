import { beforeEach, expect, it } from 'vitest';
import { personRoles, setUpLinks } from '#lib/server/db/schema/identity.ts';
import { createSetUpLink } from '#lib/server/identity/create-set-up-link.ts';
import { isSetUpLinkUsable, makeFirstAdmin } from '#lib/server/identity/make-first-admin.ts';
import { findSession } from '#lib/server/identity/session.ts';
import { signUp } from '#lib/server/identity/sign-up.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { anAccount, ORIGIN } from './accounts.ts';

const HOUR = 60 * 60 * 1000;

const now = new Date();

async function drawToken(db: Executor): Promise<string> {
  const path = await createSetUpLink(db, { now });
  const token = path?.match(/^\/set-up\/([\w-]{43})$/)?.[1];
  if (token === undefined) throw new Error(`No link: ${path ?? 'null'}`);
  return token;
}

const use = (db: Executor, token: string, account = anAccount()) =>
  makeFirstAdmin(db, { ...account, token, origin: ORIGIN, now });

describeOnEachDatabase(
  'the link that makes the first admin',
  (on) => {
    beforeEach(async () => {
      await on.database.db.delete(personRoles);
    });

    it('makes an admin who is a clinician too, and signs them in', async () => {
      const { db } = on.database;
      const made = await use(db, await drawToken(db));
      const found = made.ok && (await findSession(db, { sessionId: made.value.id, now }));
      const held = { roles: ['clinician'], lockedRoles: ['admin'] };
      expect(found, 'an admin once a second factor is set up').toMatchObject({ person: held });
    });

    it('works once', async () => {
      const { db } = on.database;
      const token = await drawToken(db);
      const both = await Promise.all([use(db, token), use(db, token)]);
      expect(both.map((made) => (made.ok ? 'made' : made.problem)).sort()).toEqual(['link', 'made']);
      await db.delete(personRoles);
      expect(await use(db, token)).toEqual({ ok: false, problem: 'link' });
    });

    it('is not made, and an earlier one is dead, once there is an admin', async () => {
      const { db } = on.database;
      const earlier = await drawToken(db);
      expect((await use(db, await drawToken(db))).ok).toBe(true);
      expect(await createSetUpLink(db, { now })).toBeNull();
      expect(await isSetUpLinkUsable(db, { token: earlier, now })).toBe(false);
      expect(await use(db, earlier)).toEqual({ ok: false, problem: 'link' });
    });

    it('works for 24 hours', async () => {
      const { db } = on.database;
      const token = await drawToken(db);
      const at = (hours: number) =>
        isSetUpLinkUsable(db, { token, now: new Date(now.getTime() + hours * HOUR) });
      expect(await at(23)).toBe(true);
      expect(await at(25)).toBe(false);
    });

    it('still works after an address that was taken', async () => {
      const { db } = on.database;
      const account = anAccount();
      await signUp(db, { ...account, origin: ORIGIN, now });
      const token = await drawToken(db);
      expect(await use(db, token, account)).toEqual({ ok: false, problem: 'email-taken' });
      expect((await use(db, token)).ok).toBe(true);
    });

    it('cannot be read from a dump of the table, nor guessed', async () => {
      const { db } = on.database;
      const token = await drawToken(db);
      const rows = await db.select().from(setUpLinks);
      expect(JSON.stringify(rows)).not.toContain(token);
      const hashes = rows.map((row) => Buffer.from(row.tokenHash).toString('base64url'));
      for (const guess of [...hashes, '', 'x', '\u0000', token.toLowerCase()]) {
        expect(await isSetUpLinkUsable(db, { token: guess, now })).toBe(false);
      }
    });
  },
  'empty'
);
