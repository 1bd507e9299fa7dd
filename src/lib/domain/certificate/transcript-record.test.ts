import { describe, expect, it } from 'vitest';
import { readPeriod } from './transcript-period.ts';
import { narrowRecord, totalsByType, typesOf, type TranscriptRecord } from './transcript-record.ts';
import { readShare } from './transcript-share.ts';

const issued = (completedOn: string, more: Partial<TranscriptRecord['issued'][number]> = {}) => ({
  certificateId: completedOn,
  code: 'KWCM5TRY2EHFE1ND5XY52H5QM7',
  revokedOn: null,
  kind: 'certificate' as const,
  activityTitle: 'Resistance',
  provider: null,
  completedOn,
  creditLine: '0.5 demonstration credit',
  quarterCredits: 2,
  unit: undefined,
  demonstration: true,
  ...more
});

const external = (completedOn: string, quarterCredits: number) => ({
  id: completedOn,
  title: 'Tumor board',
  provider: 'Example Hospital',
  creditType: 'ANCC contact hour',
  quarterCredits,
  completedOn,
  documentName: null
});

const record: TranscriptRecord = {
  issued: [issued('2026-12-31'), issued('2027-01-31'), issued('2027-02-01', { revokedOn: '2027-03-01' })],
  external: [external('2027-01-15', 5), external('2025-05-05', 4)]
};

describe('a transcript’s record', () => {
  it('is narrowed to a period, both days counted in, the latest first', () => {
    const narrowed = narrowRecord(record, { period: { from: '2026-12-31', to: '2027-01-31' }, type: '' });
    expect(narrowed.issued.map(({ completedOn }) => completedOn)).toEqual(['2027-01-31', '2026-12-31']);
    expect(narrowed.external.map(({ completedOn }) => completedOn)).toEqual(['2027-01-15']);
  });

  it('is narrowed to a type', () => {
    expect(typesOf(record)).toEqual(['ANCC contact hour', 'demonstration credits']);
    const narrowed = narrowRecord(record, { period: { from: null, to: null }, type: 'ANCC contact hour' });
    expect(narrowed.issued).toEqual([]);
    expect(narrowed.external).toHaveLength(2);
  });

  it('adds up by type, keeps what was entered by hand apart, and leaves out what was revoked', () => {
    expect(totalsByType(record)).toEqual([
      { type: 'demonstration credits', amount: '1 demonstration credit', source: 'issued' },
      { type: 'ANCC contact hour', amount: '2.25', source: 'external' }
    ]);
  });
});

describe('a period', () => {
  it('may be open at both ends', () => {
    expect(readPeriod({ from: '', to: ' ' })).toEqual({ ok: true, value: { from: null, to: null } });
  });

  it('is refused where a day is none, or its end stands before its beginning', () => {
    expect(readPeriod({ from: '2027-02-30', to: 'x' })).toMatchObject({
      problem: [{ field: 'from' }, { field: 'to' }]
    });
    expect(readPeriod({ from: '2027-02-02', to: '2027-02-01' })).toMatchObject({
      problem: [{ field: 'to' }]
    });
  });
});

describe('a link to share', () => {
  const NOW = new Date('2027-01-31T12:00:00Z');
  const fields = { label: 'State board', from: '', to: '', until: '2027-02-28' };

  it('works until the end of its last day', () => {
    const read = readShare(fields, NOW);
    expect(read.ok && read.value.expiresAt.toISOString()).toBe('2027-02-28T23:59:59.999Z');
    expect(readShare({ ...fields, until: '2027-01-31' }, NOW).ok).toBe(true);
  });

  it('ends within a year, and is for somebody', () => {
    expect(readShare({ ...fields, until: '2027-01-30' }, NOW)).toMatchObject({
      problem: [{ field: 'until' }]
    });
    expect(readShare({ ...fields, until: '2028-02-01' }, NOW)).toMatchObject({
      problem: [{ field: 'until' }]
    });
    expect(readShare({ ...fields, label: ' ' }, NOW)).toMatchObject({ problem: [{ field: 'label' }] });
  });
});
