import { describe, expect, it } from 'vitest';
import {
  completionsByMonth,
  totalQuarterCredits,
  transcriptByYear,
  type TranscriptEntry
} from './transcript.ts';

const entry = (completedOn: string, quarterCredits: number): TranscriptEntry => ({
  certificateId: completedOn,
  activityTitle: 'Resistance',
  completedOn,
  creditLine: '',
  quarterCredits,
  demonstration: true
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
    expect(years.map(({ year, quarterCredits }) => [year, quarterCredits])).toEqual([
      ['2027', 5],
      ['2026', 4]
    ]);
    expect(years[0]?.entries.map(({ completedOn }) => completedOn)).toEqual([
      '2027-12-31',
      '2027-01-31',
      '2027-01-02'
    ]);
    expect(totalQuarterCredits(entries)).toBe(9);
  });

  it('counts completions by month', () => {
    expect(completionsByMonth(entries, '2027')).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });

  it('is empty for who has completed nothing', () => {
    expect(transcriptByYear([])).toEqual([]);
  });
});
