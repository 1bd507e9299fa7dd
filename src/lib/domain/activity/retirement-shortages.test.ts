import { describe, expect, it } from 'vitest';
import { retirementShortages, type LiveForm, type ServableItem } from './retirement-shortages.ts';

const item = (itemId: string, difficulty: string, more: Partial<ServableItem> = {}): ServableItem => ({
  itemId,
  objectiveId: 'one',
  difficulty,
  usableInPretest: false,
  ...more
});

const form = (cells: [LiveForm['cells'][number]['difficulty'], number][], more: Partial<LiveForm> = {}) => ({
  name: 'Assessment',
  pretestItemsOnly: false,
  cells: cells.map(([difficulty, count]) => ({ objectiveId: 'one', code: 'LO1', difficulty, count })),
  fixedItemIds: [],
  ...more
});

const items = [
  item('a', 'easy'),
  item('b', 'easy'),
  item('c', 'hard'),
  item('d', 'hard', { objectiveId: 'two' })
];

describe('retiring an item', () => {
  it.each<[string, LiveForm, string, string[]]>([
    ['is silent while enough items are left', form([['any', 2]]), 'a', []],
    [
      'names the objective that falls short',
      form([['any', 3]]),
      'a',
      ['Assessment: LO1 asks for 3 items, 2 would be left']
    ],
    [
      'names the difficulty that falls short',
      form([['hard', 1]]),
      'c',
      ['Assessment: LO1 asks for 1 hard items, 0 would be left']
    ],
    [
      'counts cells of a difficulty and of any together',
      form([
        ['easy', 1],
        ['any', 2]
      ]),
      'b',
      ['Assessment: LO1 asks for 3 items, 2 would be left']
    ],
    ['leaves other objectives alone', form([['any', 3]]), 'd', []],
    [
      'names a form that always holds the item',
      form([], { fixedItemIds: ['a'] }),
      'a',
      ['Assessment: every form holds this item']
    ],
    ['leaves a pre-test alone that never draws it', form([['any', 3]], { pretestItemsOnly: true }), 'a', []],
    ['says nothing of an item that is not live', form([['any', 9]]), 'x', []]
  ])('%s', (_title, blueprint, itemId, expected) => {
    expect(retirementShortages({ forms: [blueprint], items }, itemId)).toEqual(expected);
  });
});
