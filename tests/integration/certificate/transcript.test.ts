import { parse } from 'csv-parse/sync';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { narrowRecord } from '#lib/domain/certificate/transcript-record.ts';
import { transcriptSheet } from '#lib/domain/certificate/transcript-sheet.ts';
import { endShare } from '#lib/server/certificate/end-share.ts';
import { readExternalCredit, readExternalDocument } from '#lib/server/certificate/read-external-credit.ts';
import { readRecord } from '#lib/server/certificate/read-record.ts';
import { readSharedTranscript, readShares } from '#lib/server/certificate/read-shares.ts';
import { removeExternalCredit } from '#lib/server/certificate/remove-external-credit.ts';
import { renderTranscriptPdf } from '#lib/server/certificate/render-transcript-pdf.ts';
import { addExternalCredit } from '#lib/server/certificate/add-external-credit.ts';
import { saveExternalCredit } from '#lib/server/certificate/save-external-credit.ts';
import { shareTranscript } from '#lib/server/certificate/share-transcript.ts';
import { transcriptShares } from '#lib/server/db/schema/certificate-transcript.ts';
import { writeTranscriptCsv } from '#lib/server/report/write-transcript-csv.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makeCreditedLearner, makeLearner, NOON } from '../../support/learner.ts';
import { textOfPdf } from '../../support/pdf.ts';

const credit = {
  title: '=HYPERLINK("x") Tumor board 王小明',
  provider: 'Example Hospital',
  creditType: 'ANCC contact hour',
  quarterCredits: 5,
  completedOn: '2026-11-30'
};

const document = {
  fileName: 'tumor board.pdf',
  mediaType: 'application/pdf' as const,
  content: new TextEncoder().encode('%PDF-1.7 a document')
};

const WHOLE = { from: null, to: null };

describeOnEachDatabase('a transcript', (on) => {
  const add = (personId: string, externalCreditId: string = crypto.randomUUID()) =>
    addExternalCredit(on.database.db, { personId, externalCreditId, credit, document, now: NOON });

  it('keeps credit from elsewhere with its document, for its holder alone', async () => {
    const { personId } = await makeCreditedLearner(on.database.db);
    const stranger = await makeLearner(on.database.db);
    const id = await add(personId);
    const which = { externalCreditId: id, personId };
    const foreign = { externalCreditId: id, personId: stranger.personId };
    expect(await readExternalCredit(on.database.db, which)).toMatchObject({
      ...credit,
      documentName: 'tumor board.pdf'
    });
    const kept = await readExternalDocument(on.database.db, which);
    expect(Buffer.from(kept?.content ?? []).toString()).toBe('%PDF-1.7 a document');
    expect(await readExternalCredit(on.database.db, foreign)).toBeNull();
    expect(await readExternalDocument(on.database.db, foreign)).toBeNull();
    expect(await removeExternalCredit(on.database.db, { ...foreign, now: NOON })).toBe(false);
    const changed = { ...credit, quarterCredits: 8 };
    const saving = { credit: changed, document: null, now: NOON };
    expect(await saveExternalCredit(on.database.db, { ...foreign, ...saving })).toBeNull();
    expect(await saveExternalCredit(on.database.db, { ...which, ...saving })).toBe(id);
    expect(await readExternalCredit(on.database.db, which)).toMatchObject({
      quarterCredits: 8,
      documentName: 'tumor board.pdf'
    });
    expect(await removeExternalCredit(on.database.db, { ...which, now: NOON })).toBe(true);
    expect((await readRecord(on.database.db, personId)).external).toEqual([]);
  });

  it('counts credit from elsewhere once, however often its form is sent, and anew where it says something else', async () => {
    const { personId } = await makeCreditedLearner(on.database.db);
    const form = crypto.randomUUID();
    const ids = await Promise.all(Array.from({ length: 5 }, () => add(personId, form)));
    expect(new Set(ids)).toEqual(new Set([form]));
    expect((await readRecord(on.database.db, personId)).external).toHaveLength(1);
    const elsewhere = { ...credit, provider: 'Another hospital' };
    const adding = { personId, externalCreditId: form, credit: elsewhere, document: null, now: NOON };
    expect(await addExternalCredit(on.database.db, adding)).not.toBe(form);
    const stranger = await makeLearner(on.database.db);
    expect(await add(stranger.personId, form), 'the id of another person is no way to their entry').not.toBe(
      form
    );
    expect((await readRecord(on.database.db, personId)).external).toHaveLength(2);
  });

  it('goes out as CSV that no spreadsheet runs, and as a PDF that reads out whole, narrowed alike', async () => {
    const { personId } = await makeCreditedLearner(on.database.db);
    await add(personId);
    const record = await readRecord(on.database.db, personId);
    const rows: Record<string, string>[] = parse(writeTranscriptCsv(record), { bom: true, columns: true });
    expect(
      rows.map(({ completed_on: day, credits, entered_by: by, status }) => [day, credits, by, status])
    ).toEqual([
      ['2027-01-31', '0.5', 'issuer', 'demonstration'],
      ['2026-11-30', '1.25', 'holder', 'not checked']
    ]);
    expect(rows[1]?.['title']).toBe(`'${credit.title}`);
    const words = { name: 'Ana Müller, MD', today: '2027-02-01', typedAt: 'cme.example.org/verify' };
    const sheet = transcriptSheet({ ...words, period: WHOLE, record });
    const text = textOfPdf(Buffer.from(await renderTranscriptPdf({ sheet, paper: 'a4', now: NOON })));
    for (const part of [
      'Ana Müller, MD',
      'Issued here',
      'Earned elsewhere',
      '0.5 demonstration credit',
      '王小明',
      '1.25'
    ])
      expect(text).toContain(part);
    expect(text).toContain(rows[0]?.['verification_code']?.slice(0, 4));
    const period = { from: '2027-01-01', to: null };
    const narrowed = transcriptSheet({
      ...words,
      period,
      record: narrowRecord(record, { period, type: '' })
    });
    expect(narrowed.sections.map(({ heading }) => heading)).toEqual(['Issued here']);
    expect(narrowed.standing).toBe('As of February 1, 2027, from January 1, 2027 on');
  });

  it('runs over many pages without losing a row', async () => {
    const { personId } = await makeLearner(on.database.db);
    const external = Array.from({ length: 90 }, (_, index) => ({
      ...credit,
      id: `${index}`,
      title: `Row ${index} ends`,
      documentName: null
    }));
    expect(personId).not.toBe('');
    const sheet = transcriptSheet({
      name: 'Ana',
      today: '2027-02-01',
      period: WHOLE,
      record: { issued: [], external },
      typedAt: 'x'
    });
    const text = textOfPdf(Buffer.from(await renderTranscriptPdf({ sheet, paper: 'letter', now: NOON })));
    for (const { title } of external) expect(text).toContain(title);
  });

  it('is read by who has its link until the day on which it ends, and in its period alone', async () => {
    const { personId } = await makeCreditedLearner(on.database.db);
    await add(personId);
    const share = {
      label: 'Board',
      period: { from: '2027-01-01', to: null },
      expiresAt: new Date('2027-02-28T23:59:59.999Z')
    };
    const token = await shareTranscript(on.database.db, { personId, share, now: NOON });
    const read = (now: Date, with_ = token) => readSharedTranscript(on.database.db, { token: with_, now });
    const shown = await read(new Date('2027-02-28T23:00:00Z'));
    expect(shown?.record.issued).toHaveLength(1);
    expect(shown?.record.external).toEqual([]);
    expect(await read(new Date('2027-03-01T00:00:00Z'))).toBeNull();
    expect(await read(NOON, 'no-such-token')).toBeNull();
    const stored = await on.database.db
      .select()
      .from(transcriptShares)
      .where(eq(transcriptShares.personId, personId));
    expect(JSON.stringify(stored)).not.toContain(token);
    const [open] = await readShares(on.database.db, { personId, now: NOON });
    const stranger = await makeLearner(on.database.db);
    expect(
      await endShare(on.database.db, { shareId: open?.id ?? '', personId: stranger.personId, now: NOON })
    ).toBe(false);
    expect(await endShare(on.database.db, { shareId: open?.id ?? '', personId, now: NOON })).toBe(true);
    expect(await read(NOON)).toBeNull();
  });
});
