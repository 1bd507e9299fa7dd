import { describe, expect, it } from 'vitest';
import { curlyQuotes } from './curly-quotes.ts';

describe('curlyQuotes', () => {
  it('opens and closes quotations', () => {
    expect(curlyQuotes('The question "why did it fail?" has two parts ("first" and \'second\').')).toBe(
      'The question “why did it fail?” has two parts (“first” and ‘second’).'
    );
  });

  it('sets apostrophes', () => {
    expect(curlyQuotes("a patient's and two patients' cells")).toBe('a patient’s and two patients’ cells');
  });

  it('leaves the rest alone', () => {
    expect(curlyQuotes('PD-1 < 5%, “set” already')).toBe('PD-1 < 5%, “set” already');
  });
});
