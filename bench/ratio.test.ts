import { expect, it } from 'vitest';
import { againstTarget, measureRatio, median, quantile } from './ratio.ts';

const inTurn = (values: number[]) => () => Promise.resolve(values.shift() ?? Number.NaN);

it('takes the middle value, or the mean of the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 2, 9])).toBe(3);
});

it('takes the value below which 99 of 100 lie', () => {
  expect(quantile([3, 1, 2], 0.99)).toBe(3);
  expect(
    quantile(
      Array.from({ length: 200 }, (_, index) => index + 1),
      0.99
    )
  ).toBe(198);
});

it('forms the ratio of the medians and names the least and the greatest pair', async () => {
  const trial = { name: 'x', unit: '1/s', figure: inTurn([50, 60, 40]), limit: inTurn([100, 100, 100]) };
  expect(await measureRatio(trial, 3)).toEqual({
    name: 'x',
    unit: '1/s',
    figure: 50,
    limit: 100,
    ratio: 0.5,
    least: 0.4,
    greatest: 0.6,
    runs: 3
  });
});

it('measures a pair again when the limit moved by more than half', async () => {
  const trial = { name: 'x', unit: '1/s', figure: inTurn([50, 9, 50]), limit: inTurn([100, 30, 35]) };
  expect(await measureRatio(trial, 2)).toMatchObject({ limit: 67.5, runs: 2 });
});

it('holds the median of an answer against the most that is allowed', () => {
  const measured = {
    name: 'x',
    unit: '1/s',
    figure: 10,
    limit: 20,
    ratio: 0.5,
    least: 0.4,
    greatest: 0.8,
    runs: 5
  };
  const target = againstTarget(measured, 300);
  expect(target).toMatchObject({ name: 'x-median', figure: 100, limit: 300, unit: 'ms', runs: 5 });
  expect([target.ratio, target.least, target.greatest].map((share) => share.toFixed(3))).toEqual([
    '0.333',
    '0.208',
    '0.417'
  ]);
  expect(againstTarget({ ...measured, figure: 2 }, 300).ratio).toBeGreaterThan(1);
});
