import { and, eq, ne, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { claimCredit } from '#lib/server/certificate/claim-credit.ts';
import { correctCertificate } from '#lib/server/certificate/correct-certificate.ts';
import { readCertificateRecord } from '#lib/server/certificate/read-certificate-record.ts';
import { readTranscript } from '#lib/server/certificate/read-transcript.ts';
import { revokeCertificate } from '#lib/server/certificate/revoke-certificate.ts';
import { readLearnerProgress } from '#lib/server/credit/read-learner-progress.ts';
import type { Database, Executor } from '#lib/server/db/index.ts';
import { certificateRevocations, certificates } from '#lib/server/db/schema/certificate.ts';
import { credits } from '#lib/server/db/schema/credit.ts';
import { auditParticulars } from '#lib/server/db/schema/audit-chain.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { exportedRecords } from '../../support/exported.ts';
import { makeCreditedLearner } from '../../support/learner.ts';
import { makePerson } from '../../support/people.ts';
import { readCompletions } from '../../support/read-completions.ts';
import { refusedByDatabase } from '../../support/refused-by-database.ts';

const LATER = new Date('2027-02-10T09:00:00Z');
const MUCH_LATER = new Date('2027-03-01T09:00:00Z');

const exportedRow = async (database: Database, certificateId: string) =>
  (await exportedRecords(database)).find((row) => row['certificate_id'] === certificateId);

const quarterTotal = async (db: Executor) => (await readCompletions(db, '')).totals.quarterCredits;

describeOnEachDatabase('a certificate that is put right', (on) => {
  const make = async () => {
    const { db } = on.database;
    const admin = await makePerson(db, { roles: ['admin'], givenName: 'Ada', familyName: 'Admin' });
    const learner = await makeCreditedLearner(db, { familyName: 'Misspelt' });
    const correct = (certificateId: string, more: { holder?: string; quarterCredits?: number } = {}) =>
      correctCertificate(db, {
        certificateId,
        correction: {
          holder: 'Ana Müller, MD, PhD',
          quarterCredits: 2,
          reason: 'The name was misspelt.',
          ...more
        },
        actorId: admin.id,
        now: LATER
      });
    const revoke = (certificateId: string) =>
      revokeCertificate(db, {
        certificateId,
        reason: 'Issued in error.',
        actorId: admin.id,
        now: MUCH_LATER
      });
    return { db, admin, learner, correct, revoke };
  };

  const rowsOf = async (personId: string) => {
    const { db } = on.database;
    return {
      credits: await db.$count(credits, eq(credits.personId, personId)),
      certificates: await db.$count(certificates, eq(certificates.personId, personId))
    };
  };

  it('is superseded by one with a new code, and keeps its own words', async () => {
    const { db, learner, correct } = await make();
    const before = await readCertificateRecord(db, learner.certificateId);
    const corrected = await correct(learner.certificateId);
    if (!corrected.ok) throw new Error(JSON.stringify(corrected.problem));
    const former = await readCertificateRecord(db, learner.certificateId);
    const current = await readCertificateRecord(db, corrected.value.certificateId);
    expect(former?.document).toEqual(before?.document);
    expect(former?.state).toEqual({
      kind: 'superseded',
      on: '2027-02-10',
      successorId: corrected.value.certificateId
    });
    expect(current?.state).toEqual({ kind: 'stands' });
    expect(current?.code).not.toBe(former?.code);
    expect(current?.document).toEqual({ ...before?.document, holder: 'Ana Müller, MD, PhD' });
    expect(current?.history.map(({ issuedBy, correctionReason }) => [issuedBy, correctionReason])).toEqual([
      ['Ana Misspelt', null],
      ['Ada Admin', 'The name was misspelt.']
    ]);
    expect(await rowsOf(learner.personId)).toEqual({ credits: 1, certificates: 2 });
  });

  it('counts once, with the amount that stands, in transcript, progress, report and CSV', async () => {
    const { db, learner, correct } = await make();
    const total = await quarterTotal(db);
    const corrected = await correct(learner.certificateId, { quarterCredits: 1 });
    if (!corrected.ok) throw new Error(JSON.stringify(corrected.problem));
    const { certificateId } = corrected.value;
    expect(await rowsOf(learner.personId)).toEqual({ credits: 2, certificates: 2 });
    expect(await readTranscript(db, learner.personId)).toEqual([
      expect.objectContaining({
        certificateId,
        quarterCredits: 1,
        creditLine: '0.25 demonstration credit',
        revokedOn: null
      })
    ]);
    expect((await readLearnerProgress(db, learner)).quarterCredits).toBe(1);
    expect(await quarterTotal(db)).toBe(total - 1);
    expect(await exportedRow(on.database, certificateId)).toMatchObject({ credit: '0.25', revoked_on: '' });
    expect(await exportedRow(on.database, learner.certificateId)).toBeUndefined();
    const again = await claimCredit(db, { ...learner, quarterCredits: 2, now: MUCH_LATER });
    expect(again).toEqual({ ok: true, value: { certificateId, quarterCredits: 1 } });
  });

  it('is corrected no further once it is superseded, and no higher than its maximum', async () => {
    const { learner, correct, revoke } = await make();
    const tooMuch = await correct(learner.certificateId, { quarterCredits: 3 });
    expect(tooMuch).toEqual({ ok: false, problem: { kind: 'refuse-amount', maximumQuarterCredits: 2 } });
    const corrected = await correct(learner.certificateId, { quarterCredits: 1 });
    if (!corrected.ok) throw new Error(JSON.stringify(corrected.problem));
    const successorId = corrected.value.certificateId;
    const superseded = { ok: false, problem: { kind: 'superseded', on: '2027-02-10', successorId } };
    expect(await correct(learner.certificateId)).toEqual(superseded);
    expect(await revoke(learner.certificateId)).toEqual(superseded);
    const further = await correct(successorId, { holder: 'Ana M. Müller, MD', quarterCredits: 1 });
    expect(further.ok).toBe(true);
    expect(await rowsOf(learner.personId)).toEqual({ credits: 2, certificates: 3 });
    expect(await correct(crypto.randomUUID())).toEqual({ ok: false, problem: { kind: 'unknown' } });
  });

  it('is corrected or revoked exactly once, however many ask at the same time', async () => {
    const { db, learner, correct, revoke } = await make();
    const all = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        index % 3 === 2
          ? revoke(learner.certificateId)
          : correct(learner.certificateId, { quarterCredits: 1 })
      )
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    const record = await readCertificateRecord(db, learner.certificateId);
    expect(record?.state.kind).not.toBe('stands');
    for (const one of all) if (!one.ok) expect(one.problem).toEqual(record?.state);
    const { certificates: issued } = await rowsOf(learner.personId);
    const revocations = await db.$count(
      certificateRevocations,
      eq(certificateRevocations.certificateId, learner.certificateId)
    );
    expect(issued - 1 + revocations).toBe(1);
  });

  it('is listed as revoked, without credit in any total, and is claimed no second time', async () => {
    const { db, learner, correct, revoke } = await make();
    const total = await quarterTotal(db);
    expect(await revoke(learner.certificateId)).toEqual({ ok: true, value: null });
    expect(await quarterTotal(db)).toBe(total - 2);
    const [entry] = await readTranscript(db, learner.personId);
    expect(entry).toMatchObject({ certificateId: learner.certificateId, revokedOn: '2027-03-01' });
    expect(await exportedRow(on.database, learner.certificateId)).toMatchObject({
      credit: '',
      revoked_on: '2027-03-01'
    });
    const { rows } = await readCompletions(db, '');
    const row = rows.find(({ certificateId }) => certificateId === learner.certificateId);
    expect(row).toMatchObject({ revokedOn: '2027-03-01' });
    expect(row?.cells).toContainEqual({ column: 'credit', text: '0.5' });
    const revoked = { ok: false, problem: { kind: 'revoked', on: '2027-03-01' } };
    expect([await correct(learner.certificateId), await revoke(learner.certificateId)]).toEqual([
      revoked,
      revoked
    ]);
    const again = await claimCredit(db, { ...learner, quarterCredits: 1, now: MUCH_LATER });
    expect(again).toMatchObject({ ok: true, value: { certificateId: learner.certificateId } });
    expect(await rowsOf(learner.personId)).toEqual({ credits: 1, certificates: 1 });
  });

  it('leaves an audit row of each step without names or reasons, and cannot be rewritten by SQL', async () => {
    const { db, admin, learner, correct, revoke } = await make();
    const corrected = await correct(learner.certificateId, { quarterCredits: 1 });
    if (!corrected.ok) throw new Error(JSON.stringify(corrected.problem));
    await revoke(corrected.value.certificateId);
    const rows = await db
      .select({ action: auditEvents.action, detail: auditEvents.detail, reason: auditParticulars.reason })
      .from(auditEvents)
      .leftJoin(auditParticulars, eq(auditParticulars.eventId, auditEvents.id))
      .where(and(eq(auditEvents.actorId, admin.id), ne(auditEvents.action, 'identity.create-person')))
      .orderBy(auditEvents.id);
    expect(rows.map(({ action }) => action)).toEqual([
      'credit.correct',
      'certificate.correct',
      'certificate.revoke'
    ]);
    // The reason stands apart, where erasure reaches it.
    expect(rows.every(({ reason }) => reason !== null && reason !== '')).toBe(true);
    expect(JSON.stringify(rows.map(({ detail }) => detail))).not.toMatch(/Müller|misspelt|error/);
    await refusedByDatabase(db.execute(sql`update certificate_revocations set reason = 'other'`));
    await refusedByDatabase(
      db.execute(sql`delete from certificates where id = ${corrected.value.certificateId}`)
    );
    expect((await rowsOf(learner.personId)).certificates).toBe(2);
  });
});
