import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Executor } from '#lib/server/db/index.ts';
import { auditParticulars } from '#lib/server/db/schema/audit-chain.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { disableAccount, enableAccount } from '#lib/server/identity/disable-account.ts';
import { endOtherSessions, endOwnSession, endSessionsOf } from '#lib/server/identity/end-sessions.ts';
import { countSessions, listOwnSessions } from '#lib/server/identity/list-own-sessions.ts';
import { findSession, startSession } from '#lib/server/identity/session.ts';
import { signIn } from '#lib/server/identity/sign-in.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { NOON } from '../../support/learner.ts';
import { makePerson, PASSWORD } from '../../support/people.ts';

const HOUR = 60 * 60 * 1000;
const now = NOON;

async function begin(db: Executor, personId: string, browser: string) {
  const visit = { browser, network: '192.0.2.0/24', browserToken: null };
  const { id } = await db.transaction((tx) => startSession(tx, { personId, now, visit }));
  const find = async () => (await findSession(db, { sessionId: id, now }))?.person ?? null;
  const person = await find();
  if (person === null) throw new Error('The session did not begin.');
  return { person, find };
}

/** What the audit log says of somebody, with the reasons that were typed. */
const auditOf = (db: Executor, personId: string) =>
  db
    .select({
      actorId: auditEvents.actorId,
      action: auditEvents.action,
      detail: auditEvents.detail,
      reason: auditParticulars.reason
    })
    .from(auditEvents)
    .leftJoin(auditParticulars, eq(auditParticulars.eventId, auditEvents.id))
    .where(eq(auditEvents.subjectId, personId))
    .orderBy(auditEvents.id);

describeOnEachDatabase(
  'ending sessions',
  (on) => {
    it('is for oneself one by one or all others at once, and never another person’s', async () => {
      const { db } = on.database;
      const { id: personId } = await makePerson(db);
      const here = await begin(db, personId, 'Firefox on Linux');
      const phone = await begin(db, personId, 'Safari on iPhone');
      const lost = await begin(db, personId, 'Chrome on Android');
      const stranger = await begin(db, (await makePerson(db)).id, 'Edge on Windows');

      const list = await listOwnSessions(db, { person: here.person, now });
      expect(list.map(({ browser, isThisOne }) => [browser, isThisOne]).sort()).toEqual([
        ['Chrome on Android', false],
        ['Firefox on Linux', true],
        ['Safari on iPhone', false]
      ]);
      expect(list[0]).toMatchObject({
        isThisOne: true,
        network: '192.0.2.0/24',
        method: 'password',
        beganAt: now
      });
      const late = new Date(now.getTime() + 241 * HOUR);
      expect(await listOwnSessions(db, { person: here.person, now: late }), 'those that are over').toEqual(
        []
      );

      const handle = list.find(({ browser }) => browser === 'Chrome on Android')?.handle ?? '';
      const { id: strangerId } = stranger.person;
      expect(await endOwnSession(db, { personId: strangerId, handle, now })).toBe(false);
      expect(await lost.find()).not.toBeNull();
      expect(await endOwnSession(db, { personId, handle, now })).toBe(true);
      expect(await lost.find()).toBeNull();
      expect(await endOtherSessions(db, { person: here.person, now })).toBe(1);
      expect([await phone.find(), (await here.find())?.id]).toEqual([null, personId]);
      expect(await stranger.find()).not.toBeNull();
      const ended = { actorId: personId, action: 'identity.end-sessions', detail: { sessions: 1 } };
      expect((await auditOf(db, personId)).slice(1)).toMatchObject([ended, ended]);
    });

    it('is for an admin all at once, by disabling the account too, which then lets nobody in', async () => {
      const { db } = on.database;
      const { id: actorId } = await makePerson(db, { roles: ['admin'] });
      const { id: personId, email } = await makePerson(db);
      await begin(db, personId, 'Firefox on Linux');
      const count = () => countSessions(db, { personId, roles: ['clinician'], now });
      expect(await count()).toBe(1);
      expect(await endSessionsOf(db, { personId, actorId, now })).toBe(1);
      expect(await count()).toBe(0);

      const again = await begin(db, personId, 'Firefox on Linux');
      const change = { personId, actorId, reason: 'Left the hospital', now };
      expect(await disableAccount(db, change)).toEqual({ ok: true, value: null });
      expect(await again.find()).toBeNull();
      const attempt = { email, previousSessionId: null, now };
      const wrong = await signIn(db, { ...attempt, password: 'not the password' });
      expect(await signIn(db, { ...attempt, password: PASSWORD })).toEqual(wrong);
      await enableAccount(db, { ...change, reason: 'Came back' });
      expect((await signIn(db, { ...attempt, password: PASSWORD })).ok).toBe(true);
      expect((await auditOf(db, personId)).slice(1)).toMatchObject([
        { actorId, action: 'identity.end-sessions', detail: { sessions: 1 } },
        { actorId, action: 'identity.disable-account', detail: { sessions: 1 }, reason: 'Left the hospital' },
        { actorId, action: 'identity.enable-account', reason: 'Came back' },
        { action: 'identity.sign-in' }
      ]);
    });

    it('shuts no admin out by themselves, and leaves one where two disable each other at once', async () => {
      const { db } = on.database;
      const [one, other] = [
        await makePerson(db, { roles: ['admin'] }),
        await makePerson(db, { roles: ['admin'] })
      ];
      const disable = (actorId: string, personId: string) =>
        disableAccount(db, { personId, actorId, reason: 'A quarrel', now });
      expect(await disable(one.id, one.id)).toEqual({ ok: false, problem: 'self' });
      const both = await Promise.all([disable(one.id, other.id), disable(other.id, one.id)]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(both).toContainEqual({ ok: false, problem: 'no-admin' });
      const nobody = crypto.randomUUID();
      expect(await disable(one.id, nobody)).toEqual({ ok: false, problem: 'unknown-person' });
    });
  },
  'empty'
);
