import { describe, expect, it } from 'vitest';
import {
  blueprintShortages,
  withoutPlace,
  type BlueprintCell,
  type ServableItem
} from './blueprint-coverage.ts';

const item = (objectiveId: string, difficulty: string, index: number): ServableItem => ({
  itemId: `${objectiveId}-${index}`,
  externalId: `P${index}`,
  objectiveId,
  difficulty,
  usableInPretest: false
});

const bank = ['easy', 'easy', 'medium', 'hard'].map((level, index) => item('LO1', level, index));
const cell = (difficulty: BlueprintCell['difficulty'], count: number): BlueprintCell => ({
  objectiveId: 'LO1',
  difficulty,
  count
});

describe('what a bank can serve', () => {
  it.each([
    [[cell('any', 4)], []],
    [[cell('any', 5)], [['any', 5, 4]]],
    [[cell('easy', 2), cell('any', 2)], []],
    [[cell('easy', 2), cell('any', 3)], [['any', 3, 2]]],
    [[cell('easy', 3)], [['easy', 3, 2]]],
    [[cell('hard', 1), cell('medium', 1), cell('easy', 2), cell('any', 0)], []],
    [[{ ...cell('any', 1), objectiveId: 'LO2' }], [['any', 1, 0]]]
  ])('%j lacks %j', (cells, lacking) => {
    const found = blueprintShortages(cells, bank);
    expect(found.map(({ difficulty, asked, found: have }) => [difficulty, asked, have])).toEqual(lacking);
  });
});

describe('fixed items', () => {
  const [easy, otherEasy, medium, hard] = bank;
  if (!easy || !otherEasy || !medium || !hard) throw new Error('The bank has four items.');

  it.each<[string, BlueprintCell[], ServableItem[], ServableItem[]]>([
    ['find a place of their difficulty', [cell('easy', 1)], [easy], []],
    ['find a place of any', [cell('any', 1)], [hard], []],
    ['leave places of any to others', [cell('easy', 1), cell('any', 1)], [easy, hard], []],
    ['take both kinds of places', [cell('any', 1), cell('easy', 1)], [easy, otherEasy], []],
    ['have no place of another difficulty', [cell('easy', 2)], [hard], [hard]],
    ['have no place when all are taken', [cell('any', 1)], [easy, medium], [medium]]
  ])('%s', (_title, cells, fixed, left) => {
    expect(withoutPlace(cells, fixed)).toEqual(left);
  });
});
