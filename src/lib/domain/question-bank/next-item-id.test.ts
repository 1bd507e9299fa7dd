import { expect, it } from 'vitest';
import { nextItemId } from './next-item-id.ts';

it.each([
  [[], 'N01'],
  [['P01', 'A02', 'n07', 'N1x'], 'N01'],
  [['N01', 'N03'], 'N04'],
  [['N99'], 'N100']
])('after %j a new item is %s', (taken, id) => {
  expect(nextItemId(taken)).toBe(id);
});
