import { createHash } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, it } from 'vitest';
import { correctCertificate } from '#lib/server/certificate/correct-certificate.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { exportEvidence } from '#lib/server/report/export-evidence.ts';
import { changeEverything } from '../../support/change-everything.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { NOON } from '../../support/learner.ts';
import { pdfFacts } from '../../support/pdf-facts.ts';
import { textOfPdf } from '../../support/pdf.ts';
import { makePerson } from '../../support/people.ts';
import { makeWholeCompletion } from '../../support/whole-completion.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const TITLE = 'Resistance to immunotherapy: present from the start or acquired later';

describeOnEachDatabase('the evidence of a completion', (on) => {
  let whole: Awaited<ReturnType<typeof makeWholeCompletion>>;
  let adminId: string;
  beforeAll(async () => {
    whole = await makeWholeCompletion(on.database.db);
    adminId = (await makePerson(on.database.db, { roles: ['admin'] })).id;
  });

  const take = async (db: Executor) => {
    const { completionId } = whole;
    const now = new Date();
    const file = await exportEvidence(db, {
      completionId,
      actorId: adminId,
      now,
      origin: 'https://cme.example.org'
    });
    if (!file) throw new Error('There is no such completion.');
    return file.bytes;
  };
  const fileIn = (zip: Uint8Array, name: string): Uint8Array => {
    const file = unzipSync(zip)[name];
    if (!file) throw new Error(`${name} is not in the archive.`);
    return file;
  };

  it('holds what was read, drawn, answered, disclosed and stated', async () => {
    const zip = await take(on.database.db);
    const record: unknown = JSON.parse(strFromU8(fileIn(zip, 'evidence.json')));
    expect(record).toMatchObject({
      format: 'footnote-evidence/1',
      completion: { id: whole.completionId, completedOn: '2027-01-31' },
      activity: { version: '0.1.0', title: TITLE },
      accreditation: { statement: { mode: 'demonstration' } },
      attempts: [
        { kind: 'pre-test', itemsTotal: 5 },
        { kind: 'assessment', itemsCorrect: 8, itemsTotal: 10, passed: true }
      ],
      credits: [{ quarterCredits: 2, supersedesId: null }],
      certificates: [{ document: { holder: 'Ana Müller, MD' }, revocation: null }]
    });
    const text = JSON.stringify(record);
    for (const action of ['attempt.submit-response', 'evaluation.submit', 'certificate.issue'])
      expect(text).toContain(action);

    expect(strFromU8(fileIn(zip, 'lesson/01-overview.md'))).toContain('[@sharma2017]');
  });

  it('can be read on paper: name, questions with keys and rationales, references, disclosures, statements', async () => {
    const zip = await take(on.database.db);
    const pdf = Buffer.from(fileIn(zip, 'evidence.pdf'));
    const text = textOfPdf(pdf).replaceAll(/\s+/g, ' ');
    for (const part of [
      'Name, as printed: Ana Müller, MD',
      'Activity: Resistance to immunotherapy',
      'Next review: December 1, 2027',
      'Immunotherapy has moved forward',
      'First opened: 2027-01-31 12:00:00 UTC',
      '[Chosen; Key]',
      'Score: 8 of 10 items',
      'Figure: A tumor and its surroundings change together',
      'Pass mark: 80%: 8 of 10 items',
      'Demonstration, not accredited',
      'credit.claim'
    ])
      expect(text).toContain(part);
    expect(pdfFacts(pdf).get('Tagged')).toBe('yes');
    expect(pdfFacts(pdf).get('CreationDate')).toContain('Jan 31');
    expect(textOfPdf(Buffer.from(fileIn(zip, 'certificate.pdf')))).toContain('Ana Müller, MD');
  });

  it('lists size and checksum of every file', async () => {
    const files = unzipSync(await take(on.database.db));
    const sums = strFromU8(files['SHA256SUMS'] ?? new Uint8Array()).trim();
    const listed = sums.split('\n').map((line) => line.split('  '));
    expect(listed.map(([, name]) => name).toSorted()).toEqual(
      Object.keys(files)
        .filter((name) => name !== 'SHA256SUMS')
        .toSorted()
    );
    for (const [sum, name = ''] of listed) expect(sha256(files[name] ?? new Uint8Array())).toBe(sum);
    const manifest: unknown = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    const bytes = files['evidence.json']?.byteLength;
    expect(manifest).toMatchObject({
      files: expect.arrayContaining([expect.objectContaining({ path: 'evidence.json', bytes })])
    });
  });

  it('is byte for byte the same after lesson, items, disclosures, rules, references and name have changed', async () => {
    const { db } = on.database;
    const before = await take(db);
    await changeEverything(db, whole.personId);
    const after = await take(db);
    expect(strFromU8(fileIn(after, 'evidence.json'))).toBe(strFromU8(fileIn(before, 'evidence.json')));
    expect(sha256(after)).toBe(sha256(before));
  });

  it('tells of a correction beside what was issued first', async () => {
    const { db } = on.database;
    const correction = { holder: 'Ana Schmidt, MD', quarterCredits: 1, reason: 'Married' };
    const corrected = await correctCertificate(db, {
      certificateId: whole.certificateId,
      correction,
      actorId: adminId,
      now: NOON
    });
    expect(corrected.ok).toBe(true);
    const text = textOfPdf(Buffer.from(fileIn(await take(db), 'evidence.pdf')));
    expect(text).toContain('Name, as printed: Ana Müller, MD');
    expect(text).toContain('Name, as printed: Ana Schmidt, MD');
    expect(text).toContain('Reason of the correction: Married');
  });

  it('keeps who took it, and is none of a completion that does not exist', async () => {
    const { db } = on.database;
    const request = { actorId: adminId, now: NOON, origin: 'http://localhost:3000' };
    expect(await exportEvidence(db, { ...request, completionId: crypto.randomUUID() })).toBeNull();
    const { action, subjectId, actorId } = auditEvents;
    const taken = await db
      .select({ actorId })
      .from(auditEvents)
      .where(and(eq(subjectId, whole.completionId), inArray(action, ['report.export-evidence'])));
    expect(taken.length).toBeGreaterThan(3);
    expect(new Set(taken.map((row) => row.actorId))).toEqual(new Set([adminId]));
  });
});
