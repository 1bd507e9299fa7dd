import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Executor } from '#lib/server/db/index.ts';
import { people } from '#lib/server/db/schema/identity.ts';
import { askEmailChange } from '#lib/server/identity/ask-email-change.ts';
import { changePassword } from '#lib/server/identity/change-password.ts';
import { confirmEmail } from '#lib/server/identity/confirm-email.ts';
import { proveAgain } from '#lib/server/identity/prove-again.ts';
import { readAccountState } from '#lib/server/identity/read-account-state.ts';
import { findSession } from '#lib/server/identity/session.ts';
import { signIn } from '#lib/server/identity/sign-in.ts';
import { signUp } from '#lib/server/identity/sign-up.ts';
import { lettersTo, tokensTo } from '../../support/account-letters.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { actionsOn, anAccount, join, ORIGIN, PASSWORD, sessionOf, signsIn } from './accounts.ts';

const now = new Date();
const origin = ORIGIN;
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const NEW_PASSWORD = 'amber walrus staircase';

const LINK = { ok: false, problem: 'link' };

const isOpen = async (db: Executor, sessionId: string) =>
  (await findSession(db, { sessionId, now })) !== null;

describeOnEachDatabase(
  'one’s own account',
  (on) => {
    it('renews the proof of who it is and gives the session a new id; the earlier one is dead', async () => {
      const { db } = on.database;
      const { person, sessionId } = await join(db, now);
      expect(person.provenAt).toEqual(now);
      const proven = await proveAgain(db, { person, password: PASSWORD, now: later(20) });
      if (!proven.ok) throw new Error(proven.problem.kind);
      expect(await findSession(db, { sessionId, now: later(20) })).toBeNull();
      const found = await findSession(db, { sessionId: proven.value.id, now: later(20) });
      expect(found?.person).toMatchObject({ id: person.id, provenAt: later(20) });
      expect(await actionsOn(db, person.id)).toContain('identity.prove-again');
      const again = await proveAgain(db, { person, password: PASSWORD, now: later(21) });
      expect(again).toEqual({ ok: false, problem: { kind: 'ended' } });
    });

    it('changes nothing for a wrong password, and makes guessing slow', async () => {
      const { db } = on.database;
      const { person, sessionId } = await join(db, now);
      const guess = (password: string) => proveAgain(db, { person, password, now: later(1) });
      for (let count = 0; count < 5; count += 1)
        expect(await guess('a wrong guess')).toEqual({ ok: false, problem: { kind: 'wrong' } });
      expect(await guess(PASSWORD)).toMatchObject({ ok: false, problem: { kind: 'wait' } });
      const found = await findSession(db, { sessionId, now });
      expect(found?.person.provenAt).toEqual(now);
      const patient = await proveAgain(db, { person, password: PASSWORD, now: later(2) });
      expect(patient.ok).toBe(true);
    });

    it('changes its address only when the new one has answered, and tells the old one twice', async () => {
      const { db } = on.database;
      const { person, email, sessionId } = await join(db, now);
      const wished = anAccount().email;
      const ask = (password: string, to = wished) =>
        askEmailChange(db, { person, email: to, password, origin, now });
      expect(await ask('not the password')).toMatchObject({ ok: false, problem: { kind: 'password' } });
      expect(await ask(PASSWORD, (await join(db, now)).email)).toEqual({
        ok: false,
        problem: { kind: 'taken' }
      });
      const asked = await ask(PASSWORD);
      if (!asked.ok) throw new Error(asked.problem.kind);
      expect(await isOpen(db, sessionId), 'the session has a new id').toBe(false);
      const found = await findSession(db, { sessionId: asked.value.id, now });
      expect(found?.person.email, 'nothing changed yet').toBe(email);
      const [token = ''] = await tokensTo(db, person.id, { kind: 'change-email' });
      expect(await confirmEmail(db, { token, origin, now: later(60) })).toEqual(LINK);
      expect(await confirmEmail(db, { token, origin, now })).toEqual({ ok: true, value: null });
      expect(await signsIn(db, email, PASSWORD)).toBe(false);
      expect(await signsIn(db, wished, PASSWORD)).toBe(true);
      expect(await readAccountState(db, person.id)).toMatchObject({ isEmailVerified: true });
      const told = (await lettersTo(db, person.id)).map(({ kind, address }) => [kind, address]);
      expect(told.sort()).toEqual([
        ['account-change', email],
        ['account-change', email],
        ['change-email', wished],
        ['verify-email', email]
      ]);
      const actions = await actionsOn(db, person.id);
      expect(actions).toContain('identity.ask-email-change');
      expect(actions).toContain('identity.change-email');
    });

    it('keeps its address where another account took the new one meanwhile', async () => {
      const { db } = on.database;
      const { person, email } = await join(db, now);
      const account = anAccount();
      await askEmailChange(db, { person, email: account.email, password: PASSWORD, origin, now });
      await signUp(db, { ...account, origin, now });
      const [token = ''] = await tokensTo(db, person.id, { kind: 'change-email' });
      const taken = { ok: false, problem: 'taken' };
      expect(await confirmEmail(db, { token, origin, now })).toEqual(taken);
      expect(await signsIn(db, email, PASSWORD)).toBe(true);
    });

    it('changes its password with the present one, and signs out the others where that is wished', async () => {
      const { db } = on.database;
      const { person, email, sessionId } = await join(db, now);
      const other = sessionOf(await signIn(db, { email, password: PASSWORD, previousSessionId: null, now }));
      const change = (input: { password: string; newPassword: string; endsOthers: boolean }) =>
        changePassword(db, { person, ...input, origin, now });
      const wrong = await change({ password: 'not it', newPassword: NEW_PASSWORD, endsOthers: true });
      expect(wrong).toEqual({ ok: false, problem: { kind: 'wrong' } });
      const first = await change({ password: PASSWORD, newPassword: NEW_PASSWORD, endsOthers: false });
      if (!first.ok) throw new Error(first.problem.kind);
      expect([await isOpen(db, sessionId), await isOpen(db, other.id)]).toEqual([false, true]);
      const found = await findSession(db, { sessionId: first.value.id, now });
      if (found === null) throw new Error('The session is not there.');
      const again = { password: NEW_PASSWORD, newPassword: PASSWORD, endsOthers: true };
      const second = await changePassword(db, { person: found.person, ...again, origin, now });
      if (!second.ok) throw new Error(second.problem.kind);
      expect([await isOpen(db, second.value.id), await isOpen(db, other.id)]).toEqual([true, false]);
      expect((await lettersTo(db, person.id)).map(({ subject }) => subject)).toContain(
        'Your password was changed'
      );
      expect(await actionsOn(db, person.id)).toContain('identity.change-password');
    });

    it('gets a first password only soon after a proof of another kind', async () => {
      const { db } = on.database;
      const { person, email } = await join(db, now);
      await db.update(people).set({ passwordHash: null }).where(eq(people.id, person.id));
      const set = (at: Date) =>
        changePassword(db, {
          person,
          password: '',
          newPassword: NEW_PASSWORD,
          endsOthers: true,
          origin,
          now: at
        });
      expect(await set(later(10))).toEqual({ ok: false, problem: { kind: 'none' } });
      expect((await set(later(9))).ok).toBe(true);
      expect(await signsIn(db, email, NEW_PASSWORD)).toBe(true);
    });
  },
  'empty'
);
