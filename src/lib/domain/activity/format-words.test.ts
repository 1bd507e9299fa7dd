import { describe, expect, it } from 'vitest';
import { audienceWords, listWords } from './format-words.ts';

describe('audienceWords', () => {
  it('reads as a sentence', () => {
    expect(audienceWords(['Oncologists', 'Oncology nurses', 'Pathologists'])).toBe(
      'Oncologists, oncology nurses and pathologists'
    );
  });

  it('keeps the capitals of an abbreviation', () => {
    expect(audienceWords(['Nurses', 'PAs'])).toBe('Nurses and PAs');
  });
});

describe('listWords', () => {
  it('gives one value as it is, and nothing for none', () => {
    expect(listWords(['Nurses'])).toBe('Nurses');
    expect(listWords([])).toBe('');
  });
});
