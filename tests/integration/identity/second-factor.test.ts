import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Executor } from '#lib/server/db/index.ts';
import { authenticatorApps, recoveryCodes } from '#lib/server/db/schema/identity-factor.ts';
import { outboxMessages } from '#lib/server/db/schema/identity-mail.ts';
import { codeOfStep } from '#lib/server/identity/authenticator-code.ts';
import { grantRole } from '#lib/server/identity/change-role.ts';
import { confirmApp } from '#lib/server/identity/confirm-app.ts';
import { findAsked } from '#lib/server/identity/enter-with-factor.ts';
import { makeRecoveryCodes } from '#lib/server/identity/make-recovery-codes.ts';
import { offerApp, openOffer } from '#lib/server/identity/offer-app.ts';
import { removeApp } from '#lib/server/identity/remove-app.ts';
import { resetSecondFactor } from '#lib/server/identity/reset-second-factor.ts';
import { findSession } from '#lib/server/identity/session.ts';
import { showSecondFactor } from '#lib/server/identity/show-second-factor.ts';
import { signIn } from '#lib/server/identity/sign-in.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { actionsOn, join, ORIGIN, PASSWORD } from './accounts.ts';

const STEP = 30_000;
const start = new Date();
const later = (steps: number) => new Date(start.getTime() + steps * STEP);
const stepOf = (instant: Date) => Math.floor(instant.getTime() / STEP);
const signingSecret = 'a secret of the tests, long enough';
const origin = ORIGIN;

/** Somebody who has just confirmed an authenticator app. */
async function enrol(db: Executor) {
  const { person, email, sessionId } = await join(db, start);
  const { token } = offerApp({ personId: person.id, email, host: 'x', signingSecret });
  const secret = openOffer(token, { personId: person.id, signingSecret });
  if (secret === null) throw new Error('The offer does not open.');
  const codeAt = (instant: Date) => codeOfStep(secret, stepOf(instant));
  const input = { person, token, code: codeAt(start), signingSecret, origin, now: start };
  const confirmed = await confirmApp(db, input);
  if (!confirmed.ok) throw new Error(confirmed.problem);
  return { person, email, sessionId, confirmed: confirmed.value, codeAt, secret };
}

/** The step after the password. */
async function secondStep(db: Executor, email: string, now: Date) {
  const started = await signIn(db, { email, password: PASSWORD, previousSessionId: null, now });
  if (!started.ok || started.value.kind !== 'second-factor') throw new Error('No second factor is awaited.');
  const { token } = started.value.pending;
  const asked = await findAsked(db, { pendingToken: token, sessionId: null, person: null }, now);
  if (asked === null) throw new Error('The pending sign-in is not there.');
  return (kind: 'app' | 'recovery-code', code: string, at = now) =>
    showSecondFactor(db, { asked, factor: { kind, code }, signingSecret, origin, now: at });
}

describeOnEachDatabase(
  'the second factor',
  (on) => {
    it('is set up with a code, which gives the session a new id, and its secret is stored sealed', async () => {
      const { db } = on.database;
      const { person, sessionId, confirmed, secret } = await enrol(db);
      expect(await findSession(db, { sessionId, now: start })).toBeNull();
      const found = await findSession(db, { sessionId: confirmed.id, now: start });
      expect(found?.person.hasSecondFactor).toBe(true);
      const [row] = await db
        .select()
        .from(authenticatorApps)
        .where(eq(authenticatorApps.personId, person.id));
      expect(Buffer.from(row?.sealedSecret ?? []).includes(Buffer.from(secret))).toBe(false);
      const letters = await db.select().from(outboxMessages).where(eq(outboxMessages.personId, person.id));
      expect(letters.map(({ subject }) => subject)).toContain('An authenticator app was added');
    });

    it('begins a session only when it is shown; a code counts once, also of two at once, and within one step', async () => {
      const { db } = on.database;
      const { email, codeAt } = await enrol(db);
      const show = await secondStep(db, email, later(3));
      const wrong = { ok: false, problem: { kind: 'wrong' } };
      expect(await show('app', codeAt(start)), 'the code of the set-up').toEqual(wrong);
      expect(await show('app', codeAt(later(5))), 'two steps ahead').toEqual(wrong);
      const both = await Promise.all([show('app', codeAt(later(4))), show('app', codeAt(later(4)))]);
      expect(both.filter((each) => each.ok)).toHaveLength(1);
      const begun = both.find((each) => each.ok);
      const id = begun?.ok ? begun.value.id : '';
      const found = await findSession(db, { sessionId: id, now: later(3) });
      expect(found?.person).toMatchObject({ email, hasSecondFactor: true });
      const next = await secondStep(db, email, later(4));
      expect(await next('app', codeAt(later(4))), 'the same code at the next sign-in').toEqual(wrong);
      expect((await next('app', codeAt(later(5)))).ok).toBe(true);
      expect(await next('app', codeAt(later(6)), later(6)), 'a pending sign-in counts once').toMatchObject({
        problem: { kind: 'ended' }
      });
    });

    it('makes guessing slow, while a recovery code gets the owner in, once', async () => {
      const { db } = on.database;
      const { person, email, codeAt } = await enrol(db);
      const made = await makeRecoveryCodes(db, { personId: person.id, origin, now: start });
      const [code = ''] = made.ok ? made.value : [];
      const show = await secondStep(db, email, later(3));
      for (let count = 0; count < 5; count += 1) expect((await show('app', '000000')).ok).toBe(false);
      expect(await show('app', codeAt(later(3))), 'right, but too soon').toMatchObject({
        problem: { kind: 'wait' }
      });
      expect((await show('recovery-code', code.toLowerCase())).ok).toBe(true);
      const again = await secondStep(db, email, later(3));
      expect((await again('recovery-code', code)).ok, 'used').toBe(false);
      const patient = await secondStep(db, email, later(10));
      expect((await patient('app', codeAt(later(10)))).ok, 'nobody is locked out for good').toBe(true);
      const stored = await db.select().from(recoveryCodes).where(eq(recoveryCodes.personId, person.id));
      expect(stored).toHaveLength(10);
      expect(JSON.stringify(stored)).not.toContain(code);
    });

    it('locks the roles that need it, cannot be given up with such a role, and is reset by others', async () => {
      const { db } = on.database;
      const { person, email, confirmed } = await enrol(db);
      const personId = person.id;
      const now = later(1);
      await grantRole(db, { personId, role: 'educator', actorId: null, now });
      const plain = await join(db, start);
      await grantRole(db, { personId: plain.person.id, role: 'admin', actorId: null, now });
      const without = await findSession(db, { sessionId: plain.sessionId, now });
      expect(without?.person).toMatchObject({ roles: ['clinician'], lockedRoles: ['admin'] });
      expect(await removeApp(db, { personId, origin, now })).toEqual({ ok: false, problem: 'last' });
      const reset = { personId, reason: 'Called her ward', origin, now };
      expect(await resetSecondFactor(db, { ...reset, actorId: personId })).toMatchObject({ problem: 'self' });
      expect((await resetSecondFactor(db, { ...reset, actorId: plain.person.id })).ok).toBe(true);
      expect(await findSession(db, { sessionId: confirmed.id, now })).toBeNull();
      const started = await signIn(db, { email, password: PASSWORD, previousSessionId: null, now });
      expect(started).toMatchObject({ value: { kind: 'session' } });
      expect(await actionsOn(db, personId)).toContain('identity.reset-second-factor');
    });
  },
  'empty'
);
