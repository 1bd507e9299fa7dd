import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { throttles } from '#lib/server/db/schema/identity-mail.ts';
import { auditEvents, people } from '#lib/server/db/schema/identity.ts';
import { subjectOf } from '#lib/server/identity/throttle.ts';
import { findSession } from '#lib/server/identity/session.ts';
import { signIn } from '#lib/server/identity/sign-in.ts';
import { signOut } from '#lib/server/identity/sign-out.ts';
import { signUp } from '#lib/server/identity/sign-up.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { anAccount, ORIGIN, PASSWORD, sessionOf } from './accounts.ts';

const now = new Date();

async function join(db: Executor, account = anAccount()) {
  const started = await signUp(db, { ...account, origin: ORIGIN, now });
  if (!started.ok) throw new Error(started.problem.kind);
  const found = await findSession(db, { sessionId: started.value.id, now });
  if (found === null) throw new Error('The session is not there.');
  return { email: account.email, sessionId: started.value.id, person: found.person };
}

const tryPassword = (db: Executor, email: string, password: string, network = '192.0.2.0/24') =>
  signIn(db, {
    email,
    password,
    previousSessionId: null,
    visit: { browser: '', network, browserToken: null },
    now
  });

describeOnEachDatabase(
  'signing up, in and out',
  (on) => {
    it('makes a clinician and signs them in', async () => {
      const { person, email } = await join(on.database.db);
      expect(person).toMatchObject({ email, givenName: 'Ana', roles: ['clinician'] });
    });

    it('stores the password as argon2id at the cost that we ask for, and nowhere as it is', async () => {
      const { db } = on.database;
      const { email } = await join(db);
      const [row] = await db.select().from(people).where(eq(people.email, email));
      expect(row?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      expect(JSON.stringify(await db.select().from(auditEvents))).not.toContain(PASSWORD);
    });

    it('refuses an address that has an account, whatever its case, also in the same instant', async () => {
      const { db } = on.database;
      const account = anAccount({ email: `Ana-${crypto.randomUUID()}@Example.org` });
      const both = await Promise.all([
        signUp(db, { ...account, origin: ORIGIN, now }),
        signUp(db, { ...account, origin: ORIGIN, now })
      ]);
      expect(both.filter((each) => each.ok)).toHaveLength(1);
      const again = await signUp(db, { ...account, email: account.email.toUpperCase(), origin: ORIGIN, now });
      expect(again).toEqual({ ok: false, problem: { kind: 'email-taken' } });
    });

    it('makes a network wait that asked for many addresses to learn which are taken', async () => {
      const { db } = on.database;
      const visit = { browser: '', network: '198.51.100.0/24', browserToken: null };
      const subject = subjectOf({ door: 'sign-up', from: visit.network });
      await db.insert(throttles).values({ subject, failures: 20, windowStartedAt: now });
      const sent = { ...anAccount(), origin: ORIGIN, now };
      expect(await signUp(db, { ...sent, visit })).toMatchObject({ problem: { kind: 'wait' } });
      expect((await signUp(db, sent)).ok).toBe(true);
    });

    it('signs in with the right password, whatever the case of the address', async () => {
      const { db } = on.database;
      const { email, person } = await join(db);
      const { id } = sessionOf(await tryPassword(db, email.toUpperCase(), PASSWORD));
      const found = await findSession(db, { sessionId: id, now });
      expect(found).toMatchObject({ person: { id: person.id } });
      const rows = await db.select().from(auditEvents).where(eq(auditEvents.actorId, person.id));
      expect(rows.map((row) => row.action)).toEqual(['identity.create-person', 'identity.sign-in']);
    });

    it('gives one answer to an unknown address, a wrong password and a disabled account', async () => {
      const { db } = on.database;
      const { email, sessionId } = await join(db);
      const wrong = { ok: false, problem: { kind: 'wrong' } };
      expect(await tryPassword(db, 'nobody@example.org', PASSWORD)).toEqual(wrong);
      expect(await tryPassword(db, email, `${PASSWORD} `)).toEqual(wrong);
      await db.update(people).set({ disabledAt: now }).where(eq(people.email, email));
      expect(await tryPassword(db, email, PASSWORD)).toEqual(wrong);
      expect(await findSession(db, { sessionId, now })).toBeNull();
    });

    it('compares the whole password: a difference at character 73 is one', async () => {
      const { db } = on.database;
      const password = Array.from({ length: 100 }, (_, index) => String.fromCharCode(97 + (index % 26))).join(
        ''
      );
      const { email } = await join(db, anAccount({ password }));
      const other = `${password.slice(0, 72)}?${password.slice(73)}`;
      expect((await tryPassword(db, email, other)).ok).toBe(false);
      expect((await tryPassword(db, email, password)).ok).toBe(true);
    });

    it('ends the earlier session of the browser at a new sign-in, and a session at sign-out', async () => {
      const { db } = on.database;
      const { email, sessionId, person } = await join(db);
      const started = await signIn(db, { email, password: PASSWORD, previousSessionId: sessionId, now });
      const { id } = sessionOf(started);
      expect(await findSession(db, { sessionId, now })).toBeNull();
      await signOut(db, { sessionId: id, personId: person.id, now });
      expect(await findSession(db, { sessionId: id, now })).toBeNull();
    });

    it('refuses a storm of sign-ins rather than starving everything else, and recovers', async () => {
      const { db } = on.database;
      const { email } = await join(db);
      const guess = (nth: number) => tryPassword(db, `no-${nth}@example.org`, 'wrong', `10.0.${nth}.0/24`);
      const storm = await Promise.all(Array.from({ length: 60 }, (_, nth) => guess(nth)));
      const problems = storm.map((each) => (each.ok ? 'signed in' : each.problem.kind));
      expect(new Set(problems)).toEqual(new Set(['wrong', 'busy']));
      expect((await tryPassword(db, email, PASSWORD)).ok).toBe(true);
    });
  },
  'empty'
);
