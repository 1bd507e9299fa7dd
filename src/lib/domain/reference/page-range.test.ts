import { expect, it } from 'vitest';
import { fullPageRange } from './page-range.ts';

it.each([
  ['454-81', '454-481'],
  ['377–86', '377-386'],
  ['100--110', '100-110'],
  ['S12-5', 'S12-S15'],
  ['e0815', 'e0815'],
  ['12-5, 20', '12-5, 20'],
  ['99-104', '99-104'],
  ['1-22', '1-22']
])('writes the pages %j as %j', (text, expected) => {
  expect(fullPageRange(text)).toBe(expected);
});
