import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import { expect, it } from 'vitest';
import type { Executor } from '#lib/server/db/index.ts';
import { auditEvents, people, sessions } from '#lib/server/db/schema/identity.ts';
import { accountLinks, pendingSignIns } from '#lib/server/db/schema/identity-factor.ts';
import { outboxMessages } from '#lib/server/db/schema/identity-mail.ts';
import { askEmailChange } from '#lib/server/identity/ask-email-change.ts';
import { askPasswordReset } from '#lib/server/identity/ask-password-reset.ts';
import { askVerification } from '#lib/server/identity/ask-verification.ts';
import { confirmEmail, findEmailToConfirm } from '#lib/server/identity/confirm-email.ts';
import { readKnownPlace } from '#lib/server/identity/known-place.ts';
import { readAccountState } from '#lib/server/identity/read-account-state.ts';
import { findResetOwner, resetPassword } from '#lib/server/identity/reset-password.ts';
import { findSession } from '#lib/server/identity/session.ts';
import { setPassword } from '#lib/server/identity/set-password.ts';
import { vouchForEmail } from '#lib/server/identity/vouch-for-email.ts';
import { lettersTo, tokensTo } from '../../support/account-letters.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { openPgliteClient } from '../../support/open-test-database.ts';
import { actionsOn, anAccount, join, ORIGIN, PASSWORD, signsIn } from './accounts.ts';

const now = new Date();
const origin = ORIGIN;
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const NEW_PASSWORD = 'amber walrus staircase';

const HERE = { browser: 'Firefox on Linux', network: '203.0.113.0/24', browserToken: 'of this browser' };

const LINK = { ok: false, problem: 'link' };

const isOpen = async (db: Executor, sessionId: string) =>
  (await findSession(db, { sessionId, now })) !== null;

const askReset = (db: Executor, email: string, at = now, network = crypto.randomUUID()) =>
  askPasswordReset(db, { email, network, origin, now: at });

/** Asks for a reset and returns the token of the letter. */
async function resetToken(db: Executor, { email, person }: Awaited<ReturnType<typeof join>>, at = now) {
  await askReset(db, email, at);
  const [token = ''] = await tokensTo(db, person.id, { kind: 'reset-password' });
  return token;
}

const reset = (db: Executor, token: string, at = now) =>
  resetPassword(db, { token, password: NEW_PASSWORD, origin, visit: HERE, now: at });

const disable = (db: Executor, personId: string) =>
  db.update(people).set({ disabledAt: now }).where(eq(people.id, personId));

describeOnEachDatabase(
  'letters about an account',
  (on) => {
    it('has its address proven by the letter after sign-up, once and within a day', async () => {
      const { db } = on.database;
      const { person, email } = await join(db, now);
      const [token = ''] = await tokensTo(db, person.id, { kind: 'verify-email' });
      expect(await findEmailToConfirm(db, { token, now: later(24 * 60) })).toBeNull();
      expect(await findEmailToConfirm(db, { token, now })).toMatchObject({ email, purpose: 'verify-email' });
      expect(await readAccountState(db, person.id)).toEqual({ isEmailVerified: false, hasPassword: true });
      expect(await confirmEmail(db, { token, origin, now: later(24 * 60) })).toEqual(LINK);
      const both = [1, 2].map(() => confirmEmail(db, { token, origin, now }));
      expect((await Promise.all(both)).filter(({ ok }) => ok)).toHaveLength(1);
      expect(await readAccountState(db, person.id)).toMatchObject({ isEmailVerified: true });
      expect(await actionsOn(db, person.id)).toContain('identity.verify-email');
    });

    it('gets the letter again, in place of the earlier one, and not without end', async () => {
      const { db } = on.database;
      const { person } = await join(db, now);
      const ask = () => askVerification(db, { person, origin, now });
      const answers = [await ask(), await ask(), await ask(), await ask()];
      expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, false]);
      const letters = await lettersTo(db, person.id);
      expect(letters.filter(({ cancelledAt }) => cancelledAt === null)).toHaveLength(1);
      const works = await Promise.all(
        (await tokensTo(db, person.id, { kind: 'verify-email', takenBack: true })).map((token) =>
          findEmailToConfirm(db, { token, now })
        )
      );
      expect(works.filter((link) => link !== null)).toHaveLength(1);
      expect(letters).toHaveLength(4);
    });

    it('gets a new password by a letter: everybody is signed out, nobody is signed in', async () => {
      const { db } = on.database;
      const member = await join(db, now);
      const { person, email, sessionId } = member;
      const pending = { tokenHash: new Uint8Array(32), personId: person.id, method: 'password' };
      await db.insert(pendingSignIns).values({ ...pending, createdAt: now, expiresAt: later(5) });
      await askEmailChange(db, { person, email: anAccount().email, password: PASSWORD, origin, now });
      const token = await resetToken(db, member);
      expect(await findResetOwner(db, { token, now })).toMatchObject({ email });
      expect(await reset(db, token)).toEqual({ ok: true, value: null });
      const known = await readKnownPlace(db, { owner: person.id, visit: HERE, now });
      expect(known, 'who guesses makes the owner wait no more').toEqual({ network: true, browser: true });
      expect(await isOpen(db, sessionId)).toBe(false);
      expect(await db.select().from(sessions).where(eq(sessions.personId, person.id))).toEqual([]);
      expect(await db.select().from(pendingSignIns).where(eq(pendingSignIns.personId, person.id))).toEqual(
        []
      );
      expect(await signsIn(db, email, PASSWORD)).toBe(false);
      expect(await signsIn(db, email, NEW_PASSWORD)).toBe(true);
      expect(await readAccountState(db, person.id)).toMatchObject({ isEmailVerified: true });
      const [change = ''] = await tokensTo(db, person.id, { kind: 'change-email' });
      expect(await findEmailToConfirm(db, { token: change, now })).toBeNull();
      expect(await lettersTo(db, person.id)).toContainEqual(
        expect.objectContaining({ address: email, subject: 'Your password was changed' })
      );
      const actions = await actionsOn(db, person.id);
      expect(actions).toContain('identity.ask-password-reset');
      expect(actions).toContain('identity.reset-password');
    });

    it('takes a link to a new password once, within ten minutes, only the newest, for this purpose', async () => {
      const { db } = on.database;
      const member = await join(db, now);
      const first = await resetToken(db, member);
      const second = await resetToken(db, member);
      const [verify = ''] = await tokensTo(db, member.person.id, { kind: 'verify-email' });
      for (const token of [first, verify, '', 'a'.repeat(43), 'a\u0000b'])
        expect(await reset(db, token)).toEqual(LINK);
      expect(await confirmEmail(db, { token: second, origin, now })).toEqual(LINK);
      expect(await reset(db, second, later(10))).toEqual(LINK);
      const both = await Promise.all([reset(db, second, later(9)), reset(db, second, later(9))]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await reset(db, second, later(9))).toEqual(LINK);
    });

    it('gives no letter and no new password to a disabled account, nor by a letter to an earlier address', async () => {
      const { db } = on.database;
      const member = await join(db, now);
      const token = await resetToken(db, member);
      await db.update(people).set({ email: anAccount().email }).where(eq(people.id, member.person.id));
      expect(await reset(db, token)).toEqual(LINK);
      await db.update(people).set({ email: member.email }).where(eq(people.id, member.person.id));
      await disable(db, member.person.id);
      expect(await reset(db, token)).toEqual(LINK);
      const before = (await lettersTo(db, member.person.id)).length;
      expect(await askReset(db, member.email)).toEqual({ ok: true, value: null });
      expect(await lettersTo(db, member.person.id)).toHaveLength(before);
    });

    it('cannot have its mailbox flooded, and whoever waits has a link that works', async () => {
      const { db } = on.database;
      const { person, email } = await join(db, now);
      for (let count = 0; count < 8; count += 1) {
        const answer = await askReset(db, count % 2 ? email.toUpperCase() : email);
        expect(answer, 'no hint that there were others').toEqual({ ok: true, value: null });
      }
      const which = { kind: 'reset-password', takenBack: true };
      expect(await tokensTo(db, person.id, which)).toHaveLength(3);
      const [token = ''] = await tokensTo(db, person.id, { kind: 'reset-password' });
      expect(await findResetOwner(db, { token, now: later(9) })).not.toBeNull();
      const network = crypto.randomUUID();
      const asks = [];
      for (let count = 0; count < 21; count += 1)
        asks.push(await askReset(db, `${crypto.randomUUID()}@example.org`, now, network));
      expect(asks.map(({ ok }) => ok)).toEqual([...Array.from({ length: 20 }, () => true), false]);
    });

    it('has a forgotten password replaced, or its address vouched for, by whoever runs the site', async () => {
      const { db } = on.database;
      const { person, email, sessionId } = await join(db, now);
      const set = (password: string, to = email) => setPassword(db, { email: to, password, origin, now });
      expect(await set('short')).toMatchObject({ ok: false });
      expect(await set(NEW_PASSWORD, 'nobody@example.org')).toMatchObject({ ok: false });
      expect(await set(NEW_PASSWORD)).toEqual({ ok: true, value: null });
      expect(await isOpen(db, sessionId)).toBe(false);
      expect(await signsIn(db, email, NEW_PASSWORD)).toBe(true);
      expect(await readAccountState(db, person.id)).toMatchObject({ isEmailVerified: false });
      expect(await actionsOn(db, person.id)).toContain('identity.set-password');
      expect(await vouchForEmail(db, { email: 'nobody@example.org', now })).toBe(false);
      expect(await vouchForEmail(db, { email, now })).toBe(true);
      expect(await readAccountState(db, person.id)).toMatchObject({ isEmailVerified: true });
    });

    it('keeps tokens as hashes, and neither a token nor an address in the audit trail', async () => {
      const { db } = on.database;
      const letters = await db.select().from(outboxMessages);
      const tokens = letters.flatMap(({ body }) => /[\w-]{43}$/m.exec(body)?.[0] ?? []);
      expect(tokens.length).toBeGreaterThan(10);
      const kept = JSON.stringify([
        await db.select().from(auditEvents),
        await db.select().from(accountLinks)
      ]);
      for (const token of tokens) expect(kept).not.toContain(token);
      expect(JSON.stringify(await db.select().from(auditEvents))).not.toContain('@');
    });
  },
  'empty'
);

it('does the same for an address that nobody has as for one that somebody has', async () => {
  const client = await openPgliteClient('empty');
  const statements: string[] = [];
  const db = drizzle(client, { logger: { logQuery: (query) => void statements.push(query) } });
  const { email, person } = await join(db, now);
  const gone = await join(db, now);
  await disable(db, gone.person.id);
  const workFor = async (address: string) => {
    statements.length = 0;
    expect(await askReset(db, address)).toEqual({ ok: true, value: null });
    return [...statements];
  };
  // Once an hour an ask tidies up; this one does.
  await workFor('somebody@example.org');
  const known = await workFor(email);
  expect(known.length).toBeGreaterThan(8);
  for (const address of ['nobody@example.org', gone.email]) expect(await workFor(address)).toEqual(known);
  expect(await tokensTo(db, person.id, { kind: 'reset-password' })).toHaveLength(1);
  await client.close();
});
