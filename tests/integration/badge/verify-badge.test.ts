import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto';
import jsonwebtoken from 'jsonwebtoken';
import { expect, it } from 'vitest';
import type { JsonObject } from '#lib/domain/badge/json.ts';
import { badgeFile, BADGE_FORMATS } from '#lib/server/badge/badge-file.ts';
import { issueBadge } from '#lib/server/badge/issue-badge.ts';
import { readKeySet } from '#lib/server/badge/list-keys.ts';
import { rotateSigningKey } from '#lib/server/badge/rotate-signing-key.ts';
import { verifyBadge } from '#lib/server/badge/verify-badge.ts';
import { correctCertificate } from '#lib/server/certificate/correct-certificate.ts';
import { readCertificate } from '#lib/server/certificate/read-certificate.ts';
import { revokeCertificate } from '#lib/server/certificate/revoke-certificate.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { foreignBadge, FOREIGN_CLAIMS } from '../../support/foreign-badge.ts';
import { makeCreditedLearner, NOON } from '../../support/learner.ts';

const origin = 'https://cme.example.org';
const secret = 'a secret of the tests, long enough';
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const now = new Date(NOON.getTime() + 86_400_000);

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JWT with whatever header, signed by a library that is not the verifier's. */
function jwtOf(payload: JsonObject, header: JsonObject, key: KeyObject = rsa.privateKey): string {
  return jsonwebtoken.sign(payload, key, {
    algorithm: 'RS256',
    noTimestamp: true,
    header: { alg: 'RS256', ...header }
  });
}

const foreignPayload = (changes: JsonObject = {}) => ({ ...foreignBadge(changes), ...FOREIGN_CLAIMS });
const embedded = { jwk: rsa.publicKey.export({ format: 'jwk' }) };

describeOnEachDatabase('checking a badge', (on) => {
  const check = async (input: string | Uint8Array | JsonObject) => {
    const text = typeof input === 'string' || input instanceof Uint8Array ? input : JSON.stringify(input);
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    const checked = await verifyBadge(on.database.db, bytes, { now, origin });
    if (!checked.ok) throw new Error(checked.problem);
    return checked.value;
  };

  const issueNew = async () => {
    const { db } = on.database;
    const { certificateId, personId } = await makeCreditedLearner(db);
    const issued = await issueBadge(db, { certificateId, origin, secret, now: NOON });
    const certificate = await readCertificate(db, { certificateId, reader: { id: personId, roles: [] } });
    if (!issued.ok || !certificate) throw new Error('No badge.');
    return { certificateId, personId, jwt: issued.value.jwt, document: certificate.document };
  };

  it('says yes to our own in each of its forms, also after a rotation, and that it is a demonstration', async () => {
    const badge = await issueNew();
    await rotateSigningKey(on.database.db, { secret, now });
    for (const format of BADGE_FORMATS) {
      const report = await check((await badgeFile(badge, format)).bytes);
      expect(report).toMatchObject({ verdict: 'valid', isDemonstration: true, faults: [] });
      expect(report.facts).toContainEqual({ label: 'Holder', value: badge.document.holder });
    }
  });

  it('says no once the certificate was corrected or revoked, and when', async () => {
    const { db } = on.database;
    const [corrected, revoked] = [await issueNew(), await issueNew()];
    const actor = { actorId: corrected.personId, now };
    const correction = { holder: 'Ada Ω, MD', quarterCredits: 1, reason: 'Too much' };
    await correctCertificate(db, { certificateId: corrected.certificateId, correction, ...actor });
    await revokeCertificate(db, { certificateId: revoked.certificateId, reason: 'In error', ...actor });
    expect(await check(corrected.jwt)).toMatchObject({
      verdict: 'broken',
      faults: [expect.stringMatching(/Superseded/)]
    });
    expect(await check(revoked.jwt)).toMatchObject({
      verdict: 'broken',
      faults: [expect.stringMatching(/Revoked/)]
    });
  });

  it('says no to our own with one sign changed, re-signed elsewhere, unsigned, or off the record', async () => {
    const { jwt } = await issueNew();
    const [header = '', payload = '', signature = ''] = jwt.split('.');
    const read: JsonObject = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const richer = base64url({ ...read, name: 'Much credit' });
    const none = base64url({ alg: 'none', typ: 'JWT' });
    const { keys } = await readKeySet(on.database.db);
    const kid = `${origin}/badges/keys/${String(keys.at(-1)?.['kid'])}`;
    const hmacHeader = base64url({ alg: 'HS256', kid });
    const hmac = createHmac('sha256', JSON.stringify(keys.at(-1)))
      .update(`${hmacHeader}.${richer}`)
      .digest('base64url');
    const elsewhere = /names this site as its issuer/;
    const cases: [string, RegExp][] = [
      [[header, richer, signature].join('.'), /does not fit/],
      [
        [header, payload, signature.replace(/^./, (sign_) => (sign_ === 'A' ? 'B' : 'A'))].join('.'),
        /does not fit/
      ],
      [jwtOf(read, embedded), elsewhere],
      [jwtOf(read, { kid, ...embedded }), /does not fit/],
      [
        jwtOf(read, { kid: 'https://evil.example/key', ...embedded, jku: 'https://evil.example/jwks' }),
        elsewhere
      ],
      [`${none}.${payload}.`, /proves nothing/],
      [`${hmacHeader}.${richer}.${hmac}`, /proves nothing/]
    ];
    for (const [forged, why] of cases) {
      const report = await check(forged);
      expect(report.verdict).toBe('broken');
      expect(report.faults.join(' ')).toMatch(why);
    }
    expect(await check(jwt)).toMatchObject({ verdict: 'valid' });
  });

  it('never calls a foreign one valid: it says what fits, and what it could not ask', async () => {
    const status = {
      credentialStatus: { id: 'https://badges.example.net/revoked', type: '1EdTechRevocationList' }
    };
    const report = await check(jwtOf(foreignPayload(status), embedded));
    expect(report).toMatchObject({ verdict: 'fits', faults: [] });
    expect(report.unchecked.join(' ')).toMatch(/knows its own keys only.*revoked since/);
    const did = `did:jwk:${base64url(embedded.jwk)}#0`;
    expect(await check(jwtOf(foreignPayload(), { kid: did }))).toMatchObject({ verdict: 'fits' });
    const remote = await check(jwtOf(foreignPayload(), { kid: 'https://badges.example.net/keys/1' }));
    expect(remote).toMatchObject({
      verdict: 'unconfirmed',
      unchecked: [expect.stringMatching(/^The signature/), expect.any(String)]
    });
  });

  it('says no to a foreign one that is wrong, and why', async () => {
    const { d, n } = rsa.privateKey.export({ format: 'jwk' });
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const cases: [string, RegExp][] = [
      [jwtOf(foreignPayload(), {}), /names no key/],
      [jwtOf(foreignPayload(), { jwk: { kty: 'RSA', e: 'AQAB', n, d } }), /carries a secret key/],
      [jwtOf(foreignPayload({ validUntil: '2026-01-01T00:00:00Z' }), embedded), /expired on 2026-01-01/],
      [jwtOf({ ...foreignPayload(), iss: 'https://other.example' }, embedded), /iss differs/],
      [jwtOf(foreignPayload({ type: ['VerifiableCredential'] }), embedded), /no Open Badge/],
      [jwtOf(foreignPayload(), { kid: 'did:jwk:e30' }), /no key/],
      [
        jsonwebtoken.sign(foreignPayload(), weak.privateKey, {
          algorithm: 'RS256',
          allowInsecureKeySizes: true,
          header: { alg: 'RS256', ...{ jwk: weak.publicKey.export({ format: 'jwk' }) } }
        }),
        /too short/
      ]
    ];
    for (const [jwt, why] of cases) {
      const report = await check(jwt);
      expect(report.verdict).toBe('broken');
      expect(report.faults.join(' ')).toMatch(why);
    }
  });
});
