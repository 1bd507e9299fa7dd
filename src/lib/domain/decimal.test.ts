import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithinTolerance, tidyDecimal } from './decimal.ts';

describe('a decimal as people type it', () => {
  it.each([
    ['2.5', '2.5'],
    [' 2,50 ', '2.5'],
    ['+007', '7'],
    ['-0.0', '0'],
    ['−3.20', '-3.2'],
    ['0,05', '0.05'],
    ['1,200.5', null],
    ['2.', null],
    ['.5', null],
    ['1e3', null],
    ['12 months', null],
    ['', null],
    ['١٢', null]
  ])('%j is %j', (typed, tidy) => {
    expect(tidyDecimal(typed)).toBe(tidy);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => tidyDecimal(text) === null || /\d/.test(text)));
  });
});

describe('a tolerance', () => {
  it.each([
    ['0.3', '0.1', '0.2', true],
    ['0.30000000000000001', '0.1', '0.2', false],
    ['11', '12', '1', true],
    ['13', '12', '1', true],
    ['13.01', '12', '1', false],
    ['12,0', '12', '0', true],
    ['-2', '2', '4', true],
    ['-2', '2', '3.999', false]
  ])('%s against %s ± %s: %s', (given, value, tolerance, within) => {
    expect(isWithinTolerance(given, { value, tolerance })).toBe(within);
  });

  it('is the same on both sides of the value', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(), fc.nat(), (value, off, tolerance) => {
        const expected = { value: String(value), tolerance: String(tolerance) };
        expect(isWithinTolerance(String(value + off), expected)).toBe(off <= tolerance);
        expect(isWithinTolerance(String(value - off), expected)).toBe(off <= tolerance);
      })
    );
  });
});
