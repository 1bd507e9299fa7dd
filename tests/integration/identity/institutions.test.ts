import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { authenticatorApps, institutions } from '#lib/server/db/schema/identity-factor.ts';
import { outboxMessages } from '#lib/server/db/schema/identity-mail.ts';
import { people, personRoles, sessions } from '#lib/server/db/schema/identity.ts';
import { beginInstitutionSignIn } from '#lib/server/identity/begin-institution-sign-in.ts';
import { readNewcomer } from '#lib/server/identity/read-newcomer.ts';
import { findSession } from '#lib/server/identity/session.ts';
import { unlinkInstitution } from '#lib/server/identity/unlink-institution.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { startInstitutionProvider, type InstitutionProvider } from '../../support/institution-provider.ts';
import { makePerson } from '../../support/people.ts';
import {
  addFor,
  auditOf,
  begin,
  finish,
  join,
  redirectUri,
  rolesOf,
  sessionIdOf,
  signInAs,
  signingSecret,
  written
} from './institution-steps.ts';

let provider: InstitutionProvider;

beforeAll(async () => {
  provider = await startInstitutionProvider(redirectUri);
});
afterAll(() => provider.close());

const RULES = [
  { claim: 'groups', value: 'authors', role: 'educator' as const },
  { claim: 'groups', value: 'heads', role: 'admin' as const }
];

describeOnEachDatabase(
  'signing in at an institution',
  (on) => {
    let hospital: Awaited<ReturnType<typeof addFor>>;
    beforeAll(async () => {
      hospital = await addFor(on.database.db, provider);
    });
    const setting = (personId: string | null = null) => ({
      db: on.database.db,
      institutionId: hospital.id,
      personId,
      provider
    });

    it('makes an account of what is proven and told, once, and knows it again by the subject', async () => {
      const { db } = on.database;
      await hospital.change({ makesAccounts: true, vouchesForSecondFactor: true, rules: RULES });
      const email = `ana-${crypto.randomUUID()}@hospital.example`;
      const ana = { sub: 'ana', given_name: 'Ana', family_name: 'Ruiz', email, email_verified: true };
      const arrived = await signInAs(setting(), { ...ana, groups: ['authors', 'x'], amr: ['mfa'] });
      if (!arrived.ok || arrived.value.kind !== 'newcomer') throw new Error(JSON.stringify(arrived));
      const { token, expiresAt } = arrived.value;
      const shown = { institution: 'St Luke', email, givenName: 'Ana', familyName: 'Ruiz' };
      expect(await readNewcomer(db, { token, now: new Date() })).toEqual(shown);
      expect(await readNewcomer(db, { token, now: expiresAt })).toBeNull();
      const both = await Promise.all([join(db, { token, email: 'b@example.org' }), join(db, { token })]);
      const joined = both.find((each) => each.ok);
      expect(both.filter((each) => !each.ok)).toEqual([{ ok: false, problem: { kind: 'unknown' } }]);
      const id = joined?.ok ? sessionIdOf(joined.value) : '';
      const found = await findSession(db, { sessionId: id, now: new Date() });
      const personId = found?.person.id ?? '';
      expect(await rolesOf(db, personId)).toEqual(['clinician', 'educator']);
      const [person] = await db.select().from(people).where(eq(people.id, personId));
      expect(person).toMatchObject({ email, passwordHash: null });
      expect(person?.emailVerifiedAt).not.toBeNull();

      await db.delete(sessions).where(eq(sessions.personId, personId));
      const moved = { ...ana, email: 'moved@hospital.example', groups: [], amr: ['pwd'] };
      const again = await signInAs(setting(), moved);
      expect(again).toMatchObject({ value: { kind: 'begun', returnTo: '/activities?from=here' } });
      const [session] = await db.select().from(sessions).where(eq(sessions.personId, personId));
      expect(session).toMatchObject({ method: 'institution', secondFactorAt: null });
      expect(await rolesOf(db, personId)).toEqual(['clinician']);
      const actions = (await auditOf(db, personId)).map(({ action }) => action.replace('identity.', ''));
      const first = ['create-person', 'link-institution', 'grant-role', 'sign-in'];
      expect(actions).toEqual([...first, 'withdraw-role', 'sign-in']);
      await db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, personId));
      expect(await signInAs(setting(), ana)).toMatchObject({ problem: { kind: 'disabled' } });
    });

    it('counts its second factor only where an admin lets it vouch, and an address only where it is verified', async () => {
      const { db } = on.database;
      const now = new Date();
      await hospital.change({ makesAccounts: true });
      const arrived = await signInAs(setting(), {
        sub: 'cleo',
        email: 'cleo@hospital.example',
        amr: ['mfa']
      });
      if (!arrived.ok || arrived.value.kind !== 'newcomer') throw new Error(JSON.stringify(arrived));
      const { token } = arrived.value;
      const { email: taken } = await makePerson(db);
      const guess = () => join(db, { token, email: taken.toUpperCase() });
      for (let guesses = 0; guesses < 5; guesses += 1)
        expect(await guess()).toMatchObject({ problem: { kind: 'email-taken' } });
      expect(await guess()).toMatchObject({ problem: { kind: 'wait' } });
      const later = new Date(Date.now() + 600_000);
      const address = `${crypto.randomUUID()}@example.org`;
      const joined = await join(db, { token, email: address, now: later });
      const [letter] = await db.select().from(outboxMessages).where(eq(outboxMessages.address, address));
      expect(letter?.kind).toBe('verify-email');
      const sessionId = joined.ok ? sessionIdOf(joined.value) : '';
      const found = await findSession(db, { sessionId, now: new Date() });
      expect(found?.person.hasSecondFactor).toBe(false);
      const [row] = await db
        .select()
        .from(people)
        .where(eq(people.id, found?.person.id ?? ''));
      expect(row?.emailVerifiedAt).toBeNull();

      const app = {
        personId: row?.id ?? '',
        sealedSecret: new Uint8Array(40),
        createdAt: now,
        confirmedAt: now
      };
      await db.insert(authenticatorApps).values(app);
      const withTwo = { sub: 'cleo', amr: ['mfa'] };
      const awaited = await signInAs(setting(), withTwo);
      expect(awaited).toMatchObject({ value: { outcome: { kind: 'second-factor' } } });
      await hospital.change({ vouchesForSecondFactor: true });
      const vouched = await signInAs(setting(), withTwo);
      const second = vouched.ok && vouched.value.kind === 'begun' ? sessionIdOf(vouched.value) : '';
      expect((await findSession(db, { sessionId: second, now }))?.person.hasSecondFactor).toBe(true);
      const one = await signInAs(setting(), { ...withTwo, amr: ['pwd'] });
      expect(one).toMatchObject({ value: { outcome: { kind: 'second-factor' } } });
    });

    it('never connects an account by its address, and only by its owner', async () => {
      const { db } = on.database;
      await hospital.change({ makesAccounts: true, rules: RULES });
      const { id: owner, email } = await makePerson(db, { roles: ['clinician', 'educator'] });
      const { id: stranger } = await makePerson(db);
      const dan = {
        sub: 'dan',
        email: email.toUpperCase(),
        email_verified: true,
        groups: ['authors', 'heads']
      };
      const before = await written(db);
      expect(await signInAs(setting(), dan)).toMatchObject({ problem: { kind: 'address-taken' } });
      const { address, state } = await begin(setting(owner));
      const answer = await provider.signIn(address, dan);
      const byOther = await finish(db, { answer, rememberedState: state, personId: stranger });
      expect(byOther).toMatchObject({ problem: { kind: 'other-person' } });
      expect(await written(db)).toEqual(before);

      expect(await signInAs(setting(owner), dan)).toMatchObject({ value: { kind: 'linked' } });
      expect(await signInAs(setting(owner), dan)).toMatchObject({ value: { kind: 'linked' } });
      expect(await signInAs(setting(stranger), dan)).toMatchObject({ problem: { kind: 'linked-elsewhere' } });
      expect(await signInAs(setting(), dan)).toMatchObject({ value: { kind: 'begun' } });
      expect(await rolesOf(db, owner)).toEqual(['admin', 'clinician', 'educator']);
      const of = { personId: owner, institutionId: hospital.id, now: new Date() };
      expect(await unlinkInstitution(db, of)).toMatchObject({ ok: true });
      // The admin's role came from the rule; the educator's did not.
      expect(await rolesOf(db, owner)).toEqual(['clinician', 'educator']);
      await signInAs(setting(owner), dan);
      await db.update(people).set({ passwordHash: null }).where(eq(people.id, owner));
      expect(await unlinkInstitution(db, of)).toEqual({ ok: false, problem: 'last-way' });
    });

    it('leaves the last admin an admin, whatever the rules say', async () => {
      const { db } = on.database;
      await hospital.change({ rules: RULES });
      const { id } = await makePerson(db);
      await signInAs(setting(id), { sub: 'eva', groups: ['heads'] });
      await signInAs(setting(), { sub: 'eva', groups: ['heads'] });
      const admins = await db.select().from(personRoles).where(eq(personRoles.role, 'admin'));
      for (const admin of admins.filter(({ personId }) => personId !== id))
        await db.delete(personRoles).where(eq(personRoles.personId, admin.personId));
      await signInAs(setting(), { sub: 'eva', groups: [] });
      expect(await rolesOf(db, id)).toEqual(['admin', 'clinician']);
      expect(await signInAs(setting(), { sub: 'fay' })).toMatchObject({ problem: { kind: 'no-accounts' } });
    });

    it('takes an answer once, in time and in the browser that began', async () => {
      const { db } = on.database;
      const { address, state } = await begin(setting());
      const answer = await provider.signIn(address, { sub: 'gus' });
      const before = await written(db);
      const other = new URL(answer);
      other.searchParams.set('state', 'another');
      const refused = async (back: Parameters<typeof finish>[1], kind: string) =>
        expect(await finish(db, back)).toMatchObject({ ok: false, problem: { kind } });
      await refused({ answer, rememberedState: null }, 'other-browser');
      await refused({ answer: other, rememberedState: state }, 'other-browser');
      await refused({ answer: other, rememberedState: 'another' }, 'unknown-state');
      const late = new Date(Date.now() + 600_000);
      await refused({ answer, rememberedState: state, now: late }, 'unknown-state');
      await refused({ answer, rememberedState: state }, 'no-accounts');
      await refused({ answer, rememberedState: state }, 'unknown-state');
      const fresh = await begin(setting());
      const code = answer.searchParams.get('code') ?? '';
      const replayed = await provider.signIn(fresh.address, { sub: 'gus' });
      replayed.searchParams.set('code', code);
      await refused({ answer: replayed, rememberedState: fresh.state }, 'not-valid');
      const denied = await begin(setting());
      const no = new URL(`${redirectUri}?error=access_denied&state=${denied.state}`);
      no.searchParams.set('iss', provider.issuer);
      await refused({ answer: no, rememberedState: denied.state }, 'not-confirmed');
      expect(await written(db)).toEqual(before);
    });

    it('keeps the secret sealed, and two admins from overwriting each other', async () => {
      const { db } = on.database;
      const [row] = await db.select().from(institutions).where(eq(institutions.id, hospital.id));
      expect(Buffer.from(row?.sealedSecret ?? []).toString('latin1')).not.toContain(provider.secret);
      expect(JSON.stringify(await auditOf(db, hospital.id))).not.toContain(provider.secret);
      const lost = {
        institutionId: hospital.id,
        redirectUri,
        returnTo: '/',
        personId: null,
        now: new Date()
      };
      const under = (secret: string | null) => beginInstitutionSignIn(db, { ...lost, signingSecret: secret });
      expect(await under(null)).toMatchObject({ problem: { kind: 'secret-lost' } });
      expect(await under(`${signingSecret}!`)).toMatchObject({ problem: { kind: 'secret-lost' } });
      const revision = row?.revision ?? 0;
      expect(await hospital.change({ name: 'St Mark' }, revision)).toMatchObject({ ok: true });
      expect(await hospital.change({ name: 'St John' }, revision)).toMatchObject({
        problem: 'changed-meanwhile'
      });
      const elsewhere = { issuer: 'https://id.example' };
      expect(await hospital.change(elsewhere)).toMatchObject({ problem: 'issuer-in-use' });
      await expect(addFor(db, provider)).rejects.toThrow('issuer-taken');
    });
  },
  'empty'
);
