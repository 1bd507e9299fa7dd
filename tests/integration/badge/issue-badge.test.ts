import { createHash, createPublicKey } from 'node:crypto';
import { eq } from 'drizzle-orm';
import jsonwebtoken from 'jsonwebtoken';
import { expect, it } from 'vitest';
import { badgeFile } from '#lib/server/badge/badge-file.ts';
import { issueBadge } from '#lib/server/badge/issue-badge.ts';
import { readKey, readKeySet } from '#lib/server/badge/list-keys.ts';
import { readBadgeOffer } from '#lib/server/badge/read-badge-offer.ts';
import { readAchievement, readIssuer, readRevocations } from '#lib/server/badge/read-published.ts';
import { readAchievementImage } from '#lib/server/badge/read-achievement-image.ts';
import { rotateSigningKey } from '#lib/server/badge/rotate-signing-key.ts';
import { correctCertificate } from '#lib/server/certificate/correct-certificate.ts';
import { readCertificate } from '#lib/server/certificate/read-certificate.ts';
import { revokeCertificate } from '#lib/server/certificate/revoke-certificate.ts';
import { badges } from '#lib/server/db/schema/certificate.ts';
import { auditEvents, people } from '#lib/server/db/schema/identity.ts';
import { isJsonObject, objectAt, type JsonObject } from '#lib/domain/badge/json.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makeCreditedLearner, NOON } from '../../support/learner.ts';

const origin = 'https://cme.example.org';
const secret = 'a secret of the tests, long enough';

/** What an independent library finds in a JWT under a key; throws where the signature is wrong. */
function verified(jwt: string, jwk: JsonObject | null): JsonObject {
  const { kty, n, e } = jwk ?? {};
  const key = createPublicKey({ format: 'jwk', key: { kty: String(kty), n: String(n), e: String(e) } });
  const payload = jsonwebtoken.verify(jwt, key, {
    algorithms: ['RS256'],
    clockTimestamp: NOON.getTime() / 1000
  });
  if (typeof payload === 'string') throw new Error('The payload is a text.');
  return payload;
}

const lastPart = (address: unknown) => String(address).split('/').at(-1) ?? '';

describeOnEachDatabase('a badge', (on) => {
  const issueFor = async (certificateId: string) => {
    const issued = await issueBadge(on.database.db, { certificateId, origin, secret, now: NOON });
    if (!issued.ok) throw new Error(`No badge: ${issued.problem}`);
    return issued.value;
  };
  const issueNew = async () => {
    const learner = await makeCreditedLearner(on.database.db, { givenName: 'Łukasz', familyName: '王 "<&>' });
    return { learner, badge: await issueFor(learner.certificateId) };
  };
  const headerOf = (jwt: string) => jsonwebtoken.decode(jwt, { complete: true })?.header;
  const keyOf = (jwt: string) => readKey(on.database.db, lastPart(headerOf(jwt)?.kid));

  it('is the record of the certificate, signed under a published key, as Open Badges 3.0 writes it', async () => {
    const { db } = on.database;
    const { learner, badge } = await issueNew();
    const certificate = await readCertificate(db, {
      certificateId: learner.certificateId,
      reader: { id: learner.personId, roles: [] }
    });
    const header = headerOf(badge.jwt);
    expect(Object.keys(header ?? {}).sort()).toEqual(['alg', 'jwk', 'kid', 'typ']);
    expect(header).toMatchObject({ alg: 'RS256', typ: 'JWT', jwk: { kty: 'RSA', e: 'AQAB' } });
    expect(header?.kid).toMatch(/^https:\/\/cme\.example\.org\/badges\/keys\/[\w-]{43}$/);
    const credential = verified(badge.jwt, await readKey(db, lastPart(header?.kid)));
    const subject = objectAt(credential, 'credentialSubject') ?? {};
    expect(credential).toMatchObject({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
        'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'
      ],
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      id: `urn:uuid:${badge.id}`,
      jti: `urn:uuid:${badge.id}`,
      iss: objectAt(credential, 'issuer')?.['id'],
      sub: subject['id'],
      nbf: NOON.getTime() / 1000,
      validFrom: '2027-01-31T12:00:00Z',
      awardedDate: '2027-01-31T12:00:00Z',
      issuer: { type: ['Profile'], name: 'No accredited provider (demonstration)', url: origin },
      credentialStatus: { type: '1EdTechRevocationList' },
      evidence: [{ id: `${origin}/verify/${certificate?.code}`, type: ['Evidence'] }]
    });
    expect(subject).toMatchObject({
      type: ['AchievementSubject'],
      creditsEarned: 0.5,
      activityStartDate: '2027-01-31T12:00:00Z',
      activityEndDate: '2027-01-31T23:59:59Z',
      achievement: {
        type: ['Achievement'],
        achievementType: 'CertificateOfCompletion',
        name: 'Demonstration: Resistance to immunotherapy: present from the start or acquired later (0.5 demonstration credit)',
        criteria: {
          narrative: expect.stringMatching(/^Demonstration, not accredited[^]*0\.5 demonstration credit/)
        }
      }
    });
  });

  it('names its holder as printed, and by the e-mail address only under a salted hash', async () => {
    const { learner, badge } = await issueNew();
    const [{ email } = { email: '' }] = await on.database.db
      .select({ email: people.email })
      .from(people)
      .where(eq(people.id, learner.personId));
    const identifier = objectAt(verified(badge.jwt, await keyOf(badge.jwt)), 'credentialSubject')?.[
      'identifier'
    ];
    const [byEmail, byName]: unknown[] = Array.isArray(identifier) ? identifier : [];
    expect(byName).toEqual({
      type: 'IdentityObject',
      hashed: false,
      identityType: 'name',
      identityHash: 'Łukasz 王 "<&>, MD'
    });
    const salt = isJsonObject(byEmail) ? String(byEmail['salt']) : '';
    expect(salt).toMatch(/^[0-9a-f]{32}$/);
    expect(byEmail).toEqual({
      type: 'IdentityObject',
      hashed: true,
      identityType: 'emailAddress',
      salt,
      identityHash: `sha256$${createHash('sha256')
        .update(email.toLowerCase() + salt)
        .digest('hex')}`
    });
    expect(JSON.stringify(verified(badge.jwt, await keyOf(badge.jwt)))).not.toContain(email);
  });

  it('is issued once by many downloads at once, and has the same bytes at every later one', async () => {
    const { db } = on.database;
    const learner = await makeCreditedLearner(db);
    const issued = await Promise.all(Array.from({ length: 8 }, () => issueFor(learner.certificateId)));
    expect(new Set(issued.map(({ jwt }) => jwt)).size).toBe(1);
    const rows = await db.select().from(badges).where(eq(badges.certificateId, learner.certificateId));
    expect(rows).toHaveLength(1);
    const audited = await db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, rows[0]?.id ?? ''));
    expect(audited.map(({ action }) => action)).toEqual(['badge.issue']);
    const certificate = await readCertificate(db, {
      certificateId: learner.certificateId,
      reader: { id: learner.personId, roles: [] }
    });
    if (!certificate) throw new Error('No certificate.');
    for (const format of ['png', 'svg', 'json', 'jwt'] as const) {
      const content = { jwt: rows[0]?.jwt ?? '', document: certificate.document };
      const first = await badgeFile(content, format);
      expect(Buffer.compare(first.bytes, (await badgeFile(content, format)).bytes)).toBe(0);
      expect(Buffer.from(first.bytes).toString('latin1')).toContain(rows[0]?.jwt ?? '?');
    }
  });

  it('verifies no more once a byte is changed or under another key, and still does after a rotation', async () => {
    const { db } = on.database;
    const { badge } = await issueNew();
    const key = await keyOf(badge.jwt);
    const [header = '', payload = '', signature = ''] = badge.jwt.split('.');
    const other = Buffer.from(
      Buffer.from(payload, 'base64url').toString().replace('"creditsEarned":0.5', '"creditsEarned":9.5')
    ).toString('base64url');
    expect(other).not.toBe(payload);
    expect(() => verified([header, other, signature].join('.'), key)).toThrow('invalid signature');
    const { kid } = await rotateSigningKey(db, { secret, now: NOON });
    expect(() => verified(badge.jwt, null)).toThrow();
    expect(verified(badge.jwt, key)['jti']).toBe(`urn:uuid:${badge.id}`);
    const newKey = await readKey(db, kid);
    expect(() => verified(badge.jwt, newKey)).toThrow('invalid signature');
    const later = await issueNew();
    expect(lastPart(headerOf(later.badge.jwt)?.kid)).toBe(kid);
    expect((await readKeySet(db)).keys.map((each) => each['kid'])).toContain(key?.['kid']);
  });

  it('publishes its issuer, achievement and picture, which name no person', async () => {
    const { db } = on.database;
    const { badge } = await issueNew();
    const credential = verified(badge.jwt, await keyOf(badge.jwt));
    const subject = objectAt(credential, 'credentialSubject') ?? {};
    const achievement = objectAt(subject, 'achievement') ?? {};
    const achievementId = lastPart(achievement['id']);
    expect(await readAchievement(db, achievementId)).toMatchObject(achievement);
    expect(await readIssuer(db, lastPart(credential['iss']))).toMatchObject(
      objectAt(credential, 'issuer') ?? {}
    );
    const png = Buffer.from((await readAchievementImage(db, achievementId)) ?? []);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.toString('latin1')).not.toContain('openbadgecredential');
    expect(JSON.stringify(await readAchievement(db, achievementId))).not.toContain('Łukasz');
    for (const read of [readAchievement, readIssuer, readRevocations, readAchievementImage])
      expect(await read(db, 'no-such-id')).toBeNull();
  });

  it('stands in the revocation list once its certificate was corrected or revoked', async () => {
    const { db } = on.database;
    const [corrected, revoked, standing] = [await issueNew(), await issueNew(), await issueNew()];
    const issuerId = lastPart(verified(standing.badge.jwt, await keyOf(standing.badge.jwt))['iss']);
    const listed = async () => JSON.stringify(await readRevocations(db, issuerId));
    expect(await listed()).not.toMatch(`${corrected.badge.id}|${revoked.badge.id}`);
    const admin = { actorId: standing.learner.personId, now: NOON };
    const correction = { holder: 'Łukasz Wang, MD', quarterCredits: 2, reason: 'Misspelt' };
    const { certificateId } = corrected.learner;
    const after = await correctCertificate(db, { certificateId, correction, ...admin });
    await revokeCertificate(db, {
      certificateId: revoked.learner.certificateId,
      reason: 'Dr. X erred',
      ...admin
    });
    const list = await readRevocations(db, issuerId);
    expect(list).toMatchObject({
      id: `${origin}/badges/issuers/${issuerId}/revocations`,
      issuer: `${origin}/badges/issuers/${issuerId}`,
      revokedCredentials: expect.arrayContaining([
        {
          id: `urn:uuid:${corrected.badge.id}`,
          revoked: true,
          revocationReason: expect.stringMatching('newer')
        },
        {
          id: `urn:uuid:${revoked.badge.id}`,
          revoked: true,
          revocationReason: 'The certificate was revoked.'
        }
      ])
    });
    expect(await listed()).not.toMatch(`${standing.badge.id}|Dr\\. X`);
    expect((await issueFor(certificateId)).jwt, 'frozen').toBe(corrected.badge.jwt);
    if (!after.ok) throw new Error('Not corrected.');
    const successor = await issueFor(after.value.certificateId);
    expect(verified(successor.jwt, await keyOf(successor.jwt))).not.toEqual({});
    expect(await listed()).not.toContain(successor.id);
  });

  it('is refused where badges are off, the secret is another one, or the certificate does not stand', async () => {
    const { db } = on.database;
    const { certificateId, personId } = await makeCreditedLearner(db);
    await issueNew();
    const tryWith = (other: string | null) =>
      issueBadge(db, { certificateId, origin, secret: other, now: NOON });
    expect(await tryWith(null)).toEqual({ ok: false, problem: 'badges-off' });
    expect(await tryWith(`${secret}, but not this one`)).toEqual({ ok: false, problem: 'key-locked' });
    const offer = (reader: string, other: string | null) =>
      readBadgeOffer(db, { certificateId, personId: reader, secret: other });
    expect(await offer(personId, secret)).toBe('ready');
    expect(await offer(personId, null)).toBe('badges-off');
    expect(await offer(crypto.randomUUID(), secret)).toBe('none');
    await revokeCertificate(db, { certificateId, reason: 'In error', actorId: personId, now: NOON });
    expect(await tryWith(secret)).toEqual({ ok: false, problem: 'not-current' });
    expect(await offer(personId, secret)).toBe('none');
  });
});
