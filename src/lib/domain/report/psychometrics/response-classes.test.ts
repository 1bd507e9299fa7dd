import { expect, it } from 'vitest';
import {
  choiceItem,
  matchingItem,
  numericItem,
  orderingItem
} from '../../../../../tests/support/keyed-items.ts';
import { classesOfResponse, responseClasses } from './response-classes.ts';

const idsOf = (item: Parameters<typeof responseClasses>[0]) => responseClasses(item).map(({ id }) => id);
const keysOf = (item: Parameters<typeof responseClasses>[0]) =>
  responseClasses(item).flatMap(({ id, isKey }) => (isKey ? [id] : []));

it('counts each option of a choice, several where several were chosen', () => {
  const item = choiceItem(['A', 'B', 'C'], ['A', 'C']);
  expect(idsOf(item)).toEqual(['A', 'B', 'C', '["none"]']);
  expect(keysOf(item)).toEqual(['A', 'C']);
  expect(classesOfResponse(item, { type: 'multiple', options: ['C', 'B'] })).toEqual(['C', 'B']);
});

it('counts each pair of a matching item, decoys too', () => {
  const item = matchingItem({ a: 't1', b: 't2' }, ['t3']);
  expect(idsOf(item)).toHaveLength(2 * 3 + 1);
  expect(keysOf(item)).toEqual(['["a","t1"]', '["b","t2"]']);
  expect(classesOfResponse(item, { type: 'matching', matches: { a: 't3', b: 't2' } })).toEqual([
    '["a","t3"]',
    '["b","t2"]'
  ]);
});

it('counts each option of an ordering item at each place', () => {
  const item = orderingItem(['x', 'y']);
  expect(keysOf(item)).toEqual(['["x",1]', '["y",2]']);
  expect(classesOfResponse(item, { type: 'ordering', order: ['y', 'x'] })).toEqual(['["y",1]', '["x",2]']);
});

it('counts what was expected of a number by itself, and all else together', () => {
  const item = numericItem([
    { text: '5.7', tolerance: '0.1', isKey: true },
    { text: '7.5', tolerance: '0', isKey: false }
  ]);
  expect(idsOf(item)).toEqual(['n1', 'n2', '["other"]', '["none"]']);
  expect(classesOfResponse(item, { type: 'numeric', value: '5.65' })).toEqual(['n1']);
  expect(classesOfResponse(item, { type: 'numeric', value: '9' })).toEqual(['["other"]']);
});

it('counts no response by itself', () => {
  expect(classesOfResponse(choiceItem(['A', 'B', 'C'], ['A']), null)).toEqual(['["none"]']);
});
