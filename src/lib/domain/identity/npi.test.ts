import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNpi } from './npi.ts';

describe('the check digit of a National Provider Identifier', () => {
  it.each(['1234567893', '1558598797'])('accepts %s', (npi) => {
    expect(isNpi(npi)).toBe(true);
  });

  it.each([
    ['a wrong check digit', '1234567890'],
    ['two digits exchanged', '1243567893'],
    ['nine digits', '123456789'],
    ['eleven digits', '12345678930'],
    ['a first digit other than 1 or 2', '3234567893'],
    ['letters', '12345678a3'],
    ['other digits than 0 to 9', '１２３４５６７８９３'],
    ['a line break behind it', '1234567893\n'],
    ['nothing', '']
  ])('refuses %s', (_, npi) => {
    expect(isNpi(npi)).toBe(false);
  });

  it('accepts exactly one last digit for any nine digits before it', () => {
    const nine = fc.tuple(fc.constantFrom('1', '2'), fc.stringMatching(/^\d{8}$/));
    fc.assert(
      fc.property(nine, ([first, rest]) => {
        const fitting = [...'0123456789'].filter((last) => isNpi(first + rest + last));
        expect(fitting).toHaveLength(1);
      })
    );
  });

  it('notices any single digit typed wrong', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const digits = [...'1234567893'];
        digits[place] = String((Number(digits[place]) + shift) % 10);
        expect(isNpi(digits.join(''))).toBe(false);
      })
    );
  });
});
