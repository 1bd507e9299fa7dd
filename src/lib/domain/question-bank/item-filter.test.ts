import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemFilterQuery, readItemFilter } from './item-filter.ts';

const read = (query: string) => readItemFilter(new URLSearchParams(query));

describe('the filter of the items table', () => {
  it('is what the address asks for', () => {
    const query =
      'q=PD-L1&status=live&type=numeric&lint=L06&use=never&performance=often-missed&retracted=yes&order=desc';
    const { filter, wrong } = read(query);
    expect(wrong).toEqual([]);
    expect(filter).toMatchObject({
      search: 'PD-L1',
      status: 'live',
      lint: 'L06',
      retracted: true,
      descending: true
    });
  });

  it.each([
    'status=done',
    'type=essay',
    'difficulty=none',
    'lint=X1',
    'bank=7',
    'objective=x',
    'sort=colour'
  ])('says what cannot be: %s', (query) => {
    expect(read(query).wrong).toHaveLength(1);
  });

  it('goes out as it came in', () => {
    const name = fc.constantFrom(
      'q',
      'bank',
      'status',
      'type',
      'lint',
      'tag',
      'use',
      'sort',
      'order',
      'retracted'
    );
    const value = fc.oneof(
      fc.constantFrom('live', 'single', 'L01', 'never', 'changed', 'desc', 'yes'),
      fc.string()
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), (pairs) => {
        const { filter } = readItemFilter(new URLSearchParams(pairs));
        expect(readItemFilter(itemFilterQuery(filter))).toEqual({ filter, wrong: [] });
      })
    );
  });
});
