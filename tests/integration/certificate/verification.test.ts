import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { makeVerificationCode } from '#lib/domain/certificate/verification-code.ts';
import { correctCertificate } from '#lib/server/certificate/correct-certificate.ts';
import { grantVerification } from '#lib/server/certificate/grant-verification.ts';
import { hideCertificate } from '#lib/server/certificate/hide-certificate.ts';
import { readCertificateRecord } from '#lib/server/certificate/read-certificate-record.ts';
import { revokeCertificate } from '#lib/server/certificate/revoke-certificate.ts';
import { verifyCertificate } from '#lib/server/certificate/verify-certificate.ts';
import { verificationGrants } from '#lib/server/db/schema/certificate.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makeCreditedLearner, NOON } from '../../support/learner.ts';
import { makePerson } from '../../support/people.ts';

const LATER = new Date('2027-02-10T09:00:00Z');
const anyCode = () => makeVerificationCode(crypto.getRandomValues(new Uint8Array(17)));

describeOnEachDatabase('the public page of a certificate', (on) => {
  const issue = async () => {
    const { db } = on.database;
    const admin = await makePerson(db, { roles: ['admin'] });
    const learner = await makeCreditedLearner(db, { familyName: 'Verified', npi: '1234567893' });
    const codeOf = async (id: string) => (await readCertificateRecord(db, id))?.code ?? '';
    const code = await codeOf(learner.certificateId);
    return { db, admin, learner, code, codeOf };
  };

  const verify = async (
    typedCode: string,
    more: { token?: string | null; network?: string; now?: Date } = {}
  ) => {
    const question = { typedCode, token: null, network: crypto.randomUUID(), now: LATER, ...more };
    const verified = await verifyCertificate(on.database.db, question);
    return verified.ok ? verified.value : verified.problem.kind;
  };

  it('says which of two documents stands, and never why the other was corrected', async () => {
    const { db, admin, learner, code, codeOf } = await issue();
    const correction = { holder: 'Ana Corrected, MD', quarterCredits: 1, reason: 'Secret reason' };
    const { certificateId } = learner;
    const input = { certificateId, correction, actorId: admin.id, now: LATER };
    const corrected = await correctCertificate(db, input);
    if (!corrected.ok) throw new Error(JSON.stringify(corrected.problem));
    const former = await verify(code);
    expect(former).toMatchObject({
      certificate: { status: 'superseded', since: '2027-02-10', facts: { holder: 'Ana Verified, MD' } }
    });
    const current = await verify(await codeOf(corrected.value.certificateId));
    expect(current).toMatchObject({
      certificate: {
        status: 'demonstration',
        since: null,
        facts: { holder: 'Ana Corrected, MD', creditLine: '0.25 demonstration credit' }
      }
    });
    expect(JSON.stringify([former, current])).not.toMatch(/Secret|1234567893|@/);
  });

  it('says since when a document is revoked, and never why', async () => {
    const { db, admin, learner, code } = await issue();
    const { certificateId } = learner;
    await revokeCertificate(db, { certificateId, reason: 'Secret reason', actorId: admin.id, now: LATER });
    const verified = await verify(code);
    expect(verified).toMatchObject({ certificate: { status: 'revoked', since: '2027-02-10' } });
    expect(JSON.stringify(verified)).not.toContain('Secret');
  });

  it('tells neither for whom nor for what, where the holder has hidden it, but still whether it holds', async () => {
    const { db, admin, learner, code, codeOf } = await issue();
    const wish = { certificateId: learner.certificateId, personId: learner.personId, now: LATER };
    expect((await hideCertificate(db, { ...wish, personId: admin.id, isHidden: true })).ok).toBe(false);
    expect((await hideCertificate(db, { ...wish, isHidden: true })).ok).toBe(true);
    const hidden = { status: 'demonstration', since: null, isDemonstration: true, facts: null };
    expect(await verify(code)).toEqual({ certificate: hidden, grantedUntil: null });
    const corrected = await correctCertificate(db, {
      certificateId: learner.certificateId,
      correction: { holder: 'Ana Corrected, MD', quarterCredits: 2, reason: 'Misspelt' },
      actorId: admin.id,
      now: LATER
    });
    if (!corrected.ok) throw new Error(JSON.stringify(corrected.problem));
    const next = await codeOf(corrected.value.certificateId);
    expect(await verify(next)).toEqual({ certificate: hidden, grantedUntil: null });
    expect(await verify(code)).toMatchObject({ certificate: { status: 'superseded', facts: null } });
    const { certificateId } = corrected.value;
    expect((await hideCertificate(db, { ...wish, certificateId, isHidden: false })).ok).toBe(true);
    expect(await verify(next)).toMatchObject({ certificate: { facts: { holder: 'Ana Corrected, MD' } } });
    expect(await verify(code)).toMatchObject({ certificate: { facts: { holder: 'Ana Verified, MD' } } });
  });

  it('shows all to a regulator whom an admin gave a link, until it expires', async () => {
    const { db, admin, learner, code } = await issue();
    const other = await issue();
    const { certificateId, personId } = learner;
    await hideCertificate(db, { certificateId, personId, isHidden: true, now: LATER });
    const purpose = 'The state board, in an audit.';
    const granted = await grantVerification(db, {
      certificateId,
      purpose,
      days: 7,
      actorId: admin.id,
      now: LATER
    });
    if (!granted.ok) throw new Error(granted.problem);
    const address = new URL(granted.value.path, 'https://cme.example.org');
    const token = address.searchParams.get('grant') ?? '';
    expect(address.pathname).toBe(`/verify/${code}`);
    const expiresAt = new Date('2027-02-17T09:00:00Z');
    expect(await verify(code, { token })).toMatchObject({
      certificate: { facts: { holder: 'Ana Verified, MD' } },
      grantedUntil: expiresAt
    });
    for (const [what, reader] of [
      [code, { token: `${token}x` }],
      [code, { token, now: expiresAt }],
      [code, {}]
    ] as const)
      expect(await verify(what, reader)).toMatchObject({ certificate: { facts: null }, grantedUntil: null });
    await hideCertificate(db, {
      certificateId: other.learner.certificateId,
      personId: other.learner.personId,
      isHidden: true,
      now: LATER
    });
    expect(await verify(other.code, { token }), 'of another document').toMatchObject({
      certificate: { facts: null }
    });
    const kept = await db.select().from(verificationGrants);
    expect(JSON.stringify(kept)).not.toContain(token);
    const record = await readCertificateRecord(db, certificateId);
    expect(record?.grants).toEqual([{ purpose, by: 'Ana Müller', grantedAt: LATER, expiresAt }]);
    const audit = sql`select count(*)::integer as rows from audit_events
      where action in ('certificate.hide', 'certificate.grant-verification') and subject_id = ${certificateId}`;
    expect(JSON.stringify(await db.execute(audit))).toContain('"rows":2');
  });

  it('slows a thousand guesses from one network, and nobody in another one', async () => {
    const { code } = await issue();
    const network = '192.0.2.0/24';
    const answers: unknown[] = [];
    for (let guess = 0; guess < 1000; guess += 1) {
      const now = new Date(LATER.getTime() + guess * 1000);
      answers.push(await verify(anyCode(), { network, now }));
    }
    const looked = answers.filter((answer) => answer === 'wrong').length;
    expect(looked, 'looked up in a quarter of an hour').toBeGreaterThan(10);
    expect(looked).toBeLessThan(25);
    expect(answers.every((answer) => answer === 'wrong' || answer === 'wait')).toBe(true);
    const now = new Date(LATER.getTime() + 1_000_000);
    expect(await verify(code, { network, now }), 'the right one waits too').toBe('wait');
    expect(await verify(code, { network: '198.51.100.0/24', now })).toMatchObject({ grantedUntil: null });
  });

  it('takes a right code after a few typos, and counts what can be no code as none', async () => {
    const { code } = await issue();
    const network = '203.0.113.0/24';
    const typo = `${code.slice(0, 25)}${code.endsWith('A') ? 'B' : 'A'}`;
    for (let typed = 0; typed < 4; typed += 1) expect(await verify(typo, { network })).toBe('wrong');
    for (let typed = 0; typed < 30; typed += 1) expect(await verify('no code', { network })).toBe('wrong');
    for (let typed = 0; typed < 30; typed += 1)
      expect(await verify(code, { network }), 'stays fast').toMatchObject({ grantedUntil: null });
    const network2 = '203.0.114.0/24';
    expect(await verify(code.toLowerCase(), { network: network2, now: NOON })).not.toBe('wait');
  });
});
