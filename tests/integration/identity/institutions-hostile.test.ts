import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { institutionSignIns } from '#lib/server/db/schema/identity-factor.ts';
import { beginInstitutionSignIn } from '#lib/server/identity/begin-institution-sign-in.ts';
import { switchInstitution } from '#lib/server/identity/switch-institution.ts';
import { testInstitution } from '#lib/server/identity/test-institution.ts';
import { startHostileIssuer, type HostileIssuer, type Mischief } from '../../support/hostile-issuer.ts';
import { openTestDatabase, type TestDatabase } from '../../support/open-test-database.ts';
import { addFor, auditOf, begin, finish, redirectUri, signingSecret, written } from './institution-steps.ts';

let database: TestDatabase;
let hostile: HostileIssuer;
let evil: Awaited<ReturnType<typeof addFor>>;

beforeAll(async () => {
  [database, hostile] = await Promise.all([openTestDatabase('postgres', 'empty'), startHostileIssuer()]);
  evil = await addFor(database.db, hostile, { makesAccounts: true, name: 'Elsewhere' });
});
afterAll(async () => {
  await Promise.all([database.close(), hostile.close()]);
});

/** What is wrong with an answer, and the words of the log. */
const MISCHIEF: Record<string, [Mischief, RegExp]> = {
  'another nonce': [{ claims: { nonce: 'another' } }, /nonce/],
  'no nonce': [{ claims: { nonce: undefined } }, /INVALID_RESPONSE|nonce/],
  'another issuer in the token': [{ claims: { iss: 'https://id.example' } }, /iss/],
  'another audience': [{ claims: { aud: 'another-site' } }, /aud/],
  'an audience of several, by somebody else': [{ claims: { aud: ['footnote', 'b'], azp: 'b' } }, /azp/],
  'a token that expired': [{ claims: { exp: 1_700_000_000 } }, /exp|TIMESTAMP/],
  'a token of the future': [{ claims: { nbf: 4_000_000_000 } }, /nbf|TIMESTAMP/],
  'no signature': [{ signed: 'none' }, /UNSUPPORTED|alg/],
  "a signature with the client's secret": [{ signed: 'secret' }, /UNSUPPORTED|alg/],
  'a signature by another key': [{ signed: 'stranger' }, /INVALID_RESPONSE|signature/i],
  'another issuer in the answer (mix-up)': [
    { answer: { iss: 'https://id.example' } },
    /INVALID_RESPONSE|iss/
  ],
  'no issuer in the answer, where one was promised': [{ answer: { iss: null } }, /INVALID_RESPONSE|iss/],
  'a code that was used': [{ token: 'fails' }, /invalid_grant/],
  'a token endpoint that leads elsewhere': [{ token: 'redirects' }, /LEADS_ELSEWHERE/],
  'an answer without end': [{ token: 'floods' }, /TOO_LARGE/],
  'user information about somebody else': [{ infoSubject: 'ana' }, /sub/]
};

describe('an institution that does not keep to the standard', () => {
  it.each(Object.entries(MISCHIEF))(
    'refuses %s, says why and writes nothing else',
    async (_, [mischief, why]) => {
      const { db } = database;
      const { address, state } = await begin({ db, institutionId: evil.id });
      const before = await written(db);
      const answer = hostile.answer(address, mischief);
      const ended = await finish(db, { answer, rememberedState: state });
      expect(ended).toMatchObject({ ok: false, problem: { kind: 'not-valid', institutionId: evil.id } });
      expect(await written(db)).toEqual(before);
      expect(await db.$count(institutionSignIns, eq(institutionSignIns.institutionId, evil.id))).toBe(0);
      const [last] = (await auditOf(db, evil.id)).slice(-1);
      expect(last).toMatchObject({ action: 'identity.refuse-institution-sign-in', actorId: null });
      expect(String(last?.detail['reason'])).toMatch(why);
    }
  );

  it('lets in whom the same issuer sends without mischief', async () => {
    const { db } = database;
    const { address, state } = await begin({ db, institutionId: evil.id });
    const ended = await finish(db, { answer: hostile.answer(address), rememberedState: state });
    expect(ended).toMatchObject({ value: { kind: 'newcomer' } });
  });

  it('asks an institution that is switched on, and no other', async () => {
    const { db } = database;
    const { id, actorId } = evil;
    const test = () => testInstitution(db, { id, signingSecret, now: new Date() });
    expect(await test()).toMatchObject({
      value: { issuer: hostile.issuer, endpoints: { keys: `${hostile.issuer}/jwks` } }
    });
    const unfit: [Record<string, unknown>, string][] = [
      [{ issuer: 'https://id.example' }, 'issuer'],
      [{ jwks_uri: 'http://10.0.0.7/jwks' }, 'UNFIT_ENDPOINT'],
      [{ authorization_endpoint: 'javascript:alert(1)' }, 'UNFIT_ENDPOINT'],
      [{ token_endpoint: undefined }, 'UNFIT_ENDPOINT']
    ];
    for (const [metadata, reason] of unfit) {
      hostile.metadata = metadata;
      expect(await test()).toMatchObject({ problem: { kind: 'not-valid' } });
      expect(await test()).toMatchObject({ problem: { reason: expect.stringContaining(reason) } });
      hostile.metadata = {};
    }
    const { address, state } = await begin({ db, institutionId: id });
    await switchInstitution(db, { id, isOn: false, actorId, now: new Date() });
    const asked = hostile.asked();
    expect(await test()).toMatchObject({ problem: { kind: 'off' } });
    const to = {
      institutionId: id,
      redirectUri,
      returnTo: '/',
      personId: null,
      signingSecret,
      now: new Date()
    };
    expect(await beginInstitutionSignIn(db, to)).toMatchObject({ problem: { kind: 'unknown' } });
    const ended = await finish(db, { answer: hostile.answer(address), rememberedState: state });
    expect(ended).toMatchObject({ problem: { kind: 'switched-off' } });
    expect(hostile.asked()).toBe(asked);
    await switchInstitution(db, { id, isOn: true, actorId, now: new Date() });
  });
});
