import { describe, expect, it } from 'vitest';
import { readPageNumber, readSearch } from './people-search.ts';

describe('the search for people', () => {
  it('tidies what was typed, and takes out what cannot be stored', () => {
    expect(readSearch('  Ana \u0000 Müller ')).toBe('Ana Müller');
    expect(readSearch(null)).toBe('');
    expect(readSearch('a'.repeat(500))).toHaveLength(100);
  });

  it.each([
    ['7', 7],
    ['0', 1],
    ['-1', 1],
    ['1.5', 1],
    ['99999999999', 1],
    ['two', 1],
    [null, 1]
  ])('reads page %j as %d', (sent, page) => {
    expect(readPageNumber(sent)).toBe(page);
  });
});
