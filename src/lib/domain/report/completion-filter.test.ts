import { describe, expect, it } from 'vitest';
import { readCursor, writeCursor } from './completion-cursor.ts';
import { filterQuery, readCompletionFilter } from './completion-filter.ts';

const read = (query: string) => {
  const parameters = new URLSearchParams(query);
  return readCompletionFilter((field) => parameters.get(field));
};

describe('the filter of the completion report', () => {
  it('filters nothing where nothing is given', () => {
    const all = { activity: null, from: null, to: null, profession: null };
    expect(read('')).toEqual({ ok: true, value: all });
    expect(read('activity=&from=+&to=&profession=')).toEqual({ ok: true, value: all });
  });

  it('reads activity, days and profession, and writes them back', () => {
    const query = 'activity=resistance-to-immunotherapy&from=2027-01-01&to=2027-03-31&profession=pharmacist';
    const filter = read(query);
    expect(filter).toEqual({
      ok: true,
      value: {
        activity: 'resistance-to-immunotherapy',
        from: '2027-01-01',
        to: '2027-03-31',
        profession: 'pharmacist'
      }
    });
    expect(filter.ok && filterQuery(filter.value)).toBe(query);
  });

  it.each(["activity=' or 1=1", 'from=2027-02-30', 'to=banana', 'profession=wizard', 'activity=%00'])(
    'refuses %j, which no form of ours sends',
    (query) => {
      const filter = read(query);
      expect(filter.ok ? [] : filter.problem).toMatchObject([
        { field: query.split('=')[0], malformed: true }
      ]);
    }
  );

  it('takes a single day, and refuses a last day before the first', () => {
    expect(read('from=2027-01-31&to=2027-01-31').ok).toBe(true);
    expect(read('from=2027-02-01&to=2027-01-31')).toEqual({
      ok: false,
      problem: [{ field: 'to', message: 'The last day lies before the first one', malformed: false }]
    });
  });
});

describe('the cursor of a page', () => {
  const cursor = { completedOn: '2027-01-31', id: '0b8f7a3e-5f0c-4d0e-9a1b-2c3d4e5f6a7b' };

  it('is read as it was written', () => {
    expect(readCursor(writeCursor(cursor))).toEqual(cursor);
  });

  it.each([
    '',
    '2027-01-31',
    '2027-01-31_',
    `2027-02-30_${cursor.id}`,
    `${writeCursor(cursor)}_x`,
    "2027-01-31_' or 1=1"
  ])('is not %j', (word) => {
    expect(readCursor(word)).toBeNull();
  });
});
