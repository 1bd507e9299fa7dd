import { describe, expect, it } from 'vitest';
import type { Candidate } from '../attempt/draw-form.ts';
import { chooseFollowUpItems } from './choose-follow-up-items.ts';

const candidate = (itemId: string, objectiveId: string, type: Candidate['type'] = 'single'): Candidate => ({
  versionId: `v-${itemId}`,
  itemId,
  externalId: itemId,
  objectiveId,
  difficulty: 'medium',
  usableInPretest: true,
  type,
  optionIds: ['a', 'b', 'c'],
  targetIds: [],
  orderingKey: null
});

const base = {
  candidates: [
    candidate('one', 'LO1'),
    candidate('two', 'LO1'),
    candidate('three', 'LO2'),
    candidate('four', 'LO3', 'ordering'),
    candidate('five', 'LO3', 'multiple')
  ],
  objectiveIds: ['LO2', 'LO1', 'LO3'],
  metItemIds: new Set<string>(),
  underTest: new Set<string>(),
  seed: 7
};

const chosen = (more: Partial<typeof base> = {}) =>
  chooseFollowUpItems({ ...base, ...more }).map(({ itemId }) => itemId);

describe('the items of a follow-up', () => {
  it('are one an objective, the weakest first, of types that are answered by choosing', () => {
    const items = chosen();
    expect(items).toHaveLength(3);
    expect(items[0]).toBe('three');
    expect(['one', 'two']).toContain(items[1]);
    expect(items[2]).toBe('five');
  });

  it('are others than those that were met, where there are any', () => {
    expect(chosen({ metItemIds: new Set(['one', 'three']) })).toEqual(['three', 'two', 'five']);
  });

  it('are none of an open form', () => {
    expect(chosen({ underTest: new Set(['one', 'three']) })).toEqual(['two', 'five']);
  });

  it('are the same for the same seed, in whatever order the candidates come', () => {
    expect(chosen({ candidates: base.candidates.toReversed() })).toEqual(chosen());
  });

  it('are four at most', () => {
    const candidates = ['LO1', 'LO2', 'LO3', 'LO4', 'LO5'].map((objective) =>
      candidate(objective, objective)
    );
    expect(chosen({ candidates, objectiveIds: candidates.map(({ itemId }) => itemId) })).toHaveLength(4);
  });
});
