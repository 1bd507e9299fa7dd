import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Executor } from '#lib/server/db/index.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { proveAgain } from '#lib/server/identity/prove-again.ts';
import { findSession } from '#lib/server/identity/session.ts';
import { signUp } from '#lib/server/identity/sign-up.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { PASSWORD, anAccount } from './accounts.ts';

const now = new Date();
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

async function join(db: Executor) {
  const account = anAccount();
  const started = await signUp(db, { ...account, now });
  if (!started.ok) throw new Error(started.problem);
  const found = await findSession(db, { sessionId: started.value.id, now });
  if (found === null) throw new Error('The session is not there.');
  return { email: account.email, sessionId: started.value.id, person: found.person };
}

async function actionsOf(db: Executor, personId: string): Promise<string[]> {
  const rows = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, personId));
  return rows.map((row) => row.action);
}

describeOnEachDatabase(
  'proving again who it is',
  (on) => {
    it('renews the proof and gives the session a new id; the earlier one is dead', async () => {
      const { db } = on.database;
      const { person, sessionId } = await join(db);
      expect(person.provenAt).toEqual(now);
      const proven = await proveAgain(db, { person, password: PASSWORD, now: later(20) });
      if (!proven.ok) throw new Error(proven.problem.kind);
      expect(await findSession(db, { sessionId, now: later(20) })).toBeNull();
      const found = await findSession(db, { sessionId: proven.value.id, now: later(20) });
      expect(found?.person).toMatchObject({ id: person.id, provenAt: later(20) });
      expect(await actionsOf(db, person.id)).toContain('identity.prove-again');
      const again = await proveAgain(db, { person, password: PASSWORD, now: later(21) });
      expect(again).toEqual({ ok: false, problem: { kind: 'ended' } });
    });

    it('changes nothing for a wrong password, and makes guessing slow', async () => {
      const { db } = on.database;
      const { person, sessionId } = await join(db);
      const guess = (password: string) => proveAgain(db, { person, password, now: later(1) });
      for (let count = 0; count < 5; count += 1)
        expect(await guess('a wrong guess')).toEqual({ ok: false, problem: { kind: 'wrong' } });
      expect(await guess(PASSWORD)).toMatchObject({ ok: false, problem: { kind: 'wait' } });
      const found = await findSession(db, { sessionId, now });
      expect(found?.person.provenAt).toEqual(now);
      const patient = await proveAgain(db, { person, password: PASSWORD, now: later(2) });
      expect(patient.ok).toBe(true);
    });
  },
  'empty'
);
