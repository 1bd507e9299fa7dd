import { describe, expect, it } from 'vitest';
import { totalWords } from './amount-words.ts';
import { completionsByMonth, transcriptByYear, transcriptTotal, type TranscriptEntry } from './transcript.ts';

const entry = (
  completedOn: string,
  quarterCredits: number,
  more: Partial<TranscriptEntry> = {}
): TranscriptEntry => ({
  certificateId: completedOn,
  code: 'KWCM5TRY2EHFE1ND5XY52H5QM7',
  provider: null,
  revokedOn: null,
  unit: undefined,
  kind: 'certificate',
  activityTitle: 'Resistance',
  completedOn,
  creditLine: '',
  quarterCredits,
  demonstration: false,
  ...more
});

const entries = [
  entry('2027-01-31', 2),
  entry('2027-12-31', 1),
  entry('2026-12-31', 4),
  entry('2027-01-02', 2)
];

describe('a transcript', () => {
  it('stands by calendar year, the latest completion first, with totals', () => {
    const years = transcriptByYear(entries);
    expect(years.map(({ year, total }) => [year, total])).toEqual([
      ['2027', '1.25 credits'],
      ['2026', '1 credit']
    ]);
    expect(years[0]?.entries.map(({ completedOn }) => completedOn)).toEqual([
      '2027-12-31',
      '2027-01-31',
      '2027-01-02'
    ]);
  });

  it('does not add demonstrations to credit, nor credit to time', () => {
    const mixed = [
      entry('2027-01-01', 4),
      entry('2027-02-01', 2, { demonstration: true }),
      entry('2027-03-01', 2, { kind: 'certificate-of-participation' }),
      entry('2027-04-01', 2, { kind: 'completion-summary' }),
      entry('2027-05-01', 1)
    ];
    expect(totalWords(mixed)).toBe('1.25 credits, 0.5 demonstration credit, 1 hour of participation');
  });

  it('leaves what was revoked out of its totals', () => {
    const [year] = transcriptByYear([
      entry('2027-01-01', 4),
      entry('2027-02-01', 2, { revokedOn: '2027-03-01' })
    ]);
    expect([year?.entries.length, year?.total]).toEqual([2, '1 credit']);
    expect(transcriptTotal([entry('2027-01-01', 4, { revokedOn: '2027-03-01' })])).toBe('no credit');
  });

  it('counts completions by month', () => {
    expect(completionsByMonth(entries, '2027')).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });

  it('is empty for who has completed nothing', () => {
    expect(transcriptByYear([])).toEqual([]);
    expect(totalWords([])).toBe('');
  });
});
