import { describe, expect, it } from 'vitest';
import { documentProblem, mediaTypeOf } from './document-file.ts';
import { fieldsOfExternalCredit, readExternalCredit, type ExternalCreditFields } from './external-credit.ts';

const fields: ExternalCreditFields = {
  title: ' Tumor board  2026 ',
  provider: 'Example Hospital',
  creditType: 'ANCC contact hour',
  amount: '1,25',
  completedOn: '2026-11-30'
};

const TODAY = '2027-01-31';

const problemsOf = (more: Partial<ExternalCreditFields>) => {
  const read = readExternalCredit({ ...fields, ...more }, TODAY);
  return read.ok ? [] : read.problem.map(({ field }) => field);
};

describe('credit earned elsewhere', () => {
  it('is kept in whole quarter credits', () => {
    const read = readExternalCredit(fields, TODAY);
    expect(read).toEqual({
      ok: true,
      value: {
        title: 'Tumor board 2026',
        provider: 'Example Hospital',
        creditType: 'ANCC contact hour',
        quarterCredits: 5,
        completedOn: '2026-11-30'
      }
    });
    if (read.ok) expect(fieldsOfExternalCredit(read.value).amount).toBe('1.25');
  });

  it.each(['', '0', '-1', '0.3', '1000.25', 'one', '1e3', 'NaN', 'Infinity'])(
    'refuses the amount “%s”',
    (amount) => {
      expect(problemsOf({ amount })).toEqual(['amount']);
    }
  );

  it.each(['2027-02-01', '1949-12-31', '2026-02-30', '30.11.2026', ''])(
    'refuses the day “%s”',
    (completedOn) => {
      expect(problemsOf({ completedOn })).toEqual(['completedOn']);
    }
  );

  it('names every field that is missing, in their order', () => {
    expect(problemsOf({ title: ' ', provider: '', creditType: '', amount: '', completedOn: '' })).toEqual([
      'title',
      'provider',
      'creditType',
      'amount',
      'completedOn'
    ]);
  });

  it('refuses what cannot be printed, and what is too long', () => {
    expect(problemsOf({ title: 'a\u202eb' })).toEqual(['title']);
    expect(problemsOf({ provider: 'a'.repeat(201) })).toEqual(['provider']);
  });
});

describe('the document behind it', () => {
  const bytes = (...given: number[]) => Uint8Array.from(given);

  it('is what its bytes say', () => {
    expect(mediaTypeOf(new TextEncoder().encode('%PDF-1.7'))).toBe('application/pdf');
    expect(mediaTypeOf(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))).toBe('image/png');
    expect(mediaTypeOf(bytes(0xff, 0xd8, 0xff, 0xe0))).toBe('image/jpeg');
  });

  it('is refused where it is something else, empty or too large', () => {
    expect(documentProblem(new TextEncoder().encode('<html>'))).toMatch(/PDF/);
    expect(documentProblem(bytes())).toMatch(/PDF/);
    expect(documentProblem(new Uint8Array(5 * 1024 * 1024 + 1))).toMatch(/5 MB/);
    expect(documentProblem(new TextEncoder().encode('%PDF-1.7'))).toBeNull();
  });
});
