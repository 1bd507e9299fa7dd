import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choiceItem,
  matchingItem,
  numericItem,
  orderingItem,
  shortTextItem
} from '../../../../tests/support/keyed-items.ts';
import { marksPossible, scoreResponse } from './score-response.ts';

describe('scoring a single choice', () => {
  const item = choiceItem(['a', 'b', 'c', 'd'], ['c']);

  it('gives the mark for the key, and none for a distractor', () => {
    expect(scoreResponse(item, { type: 'single', option: 'c' })).toEqual({
      correct: true,
      earned: 1,
      possible: 1
    });
    expect(scoreResponse(item, { type: 'single', option: 'a' })).toEqual({
      correct: false,
      earned: 0,
      possible: 1
    });
  });

  it('gives none for an option that the item does not have', () => {
    expect(scoreResponse(item, { type: 'single', option: 'z' }).correct).toBe(false);
  });
});

describe('scoring a multiple choice', () => {
  const item = choiceItem(['a', 'b', 'c', 'd', 'e'], ['b', 'c', 'e']);

  it('is right with all keys and nothing else, in whatever order', () => {
    expect(scoreResponse(item, { type: 'multiple', options: ['e', 'b', 'c'] })).toEqual({
      correct: true,
      earned: 3,
      possible: 3
    });
  });

  it('is not right with two of three keys, and earns two part marks', () => {
    expect(scoreResponse(item, { type: 'multiple', options: ['b', 'c', 'a'] })).toEqual({
      correct: false,
      earned: 2,
      possible: 3
    });
  });

  it('takes a mark away for each choice too many: all five options earn 1 of 3', () => {
    expect(scoreResponse(item, { type: 'multiple', options: ['a', 'b', 'c', 'd', 'e'] })).toEqual({
      correct: false,
      earned: 1,
      possible: 3
    });
  });

  it('counts an option once that was sent twice', () => {
    const twice = scoreResponse(item, { type: 'multiple', options: ['b', 'b', 'b'] });
    expect(twice).toEqual({ correct: false, earned: 1, possible: 3 });
  });
});

describe('scoring a matching item', () => {
  const item = matchingItem({ anergy: 't3', exhaustion: 't4', senescence: 't1' }, ['t2']);

  it('is right when every row has its target', () => {
    const matches = { anergy: 't3', exhaustion: 't4', senescence: 't1' };
    expect(scoreResponse(item, { type: 'matching', matches })).toEqual({
      correct: true,
      earned: 3,
      possible: 3
    });
  });

  it('earns a part mark for each right row', () => {
    const matches = { anergy: 't3', exhaustion: 't1', senescence: 't4' };
    expect(scoreResponse(item, { type: 'matching', matches })).toEqual({
      correct: false,
      earned: 1,
      possible: 3
    });
  });

  it('earns nothing for rows that were left open', () => {
    expect(scoreResponse(item, { type: 'matching', matches: {} }).earned).toBe(0);
  });
});

describe('scoring an ordering item', () => {
  const item = orderingItem(['elimination', 'equilibrium', 'escape']);

  it('is right in the order of the key alone', () => {
    const order = ['elimination', 'equilibrium', 'escape'];
    expect(scoreResponse(item, { type: 'ordering', order })).toEqual({
      correct: true,
      earned: 3,
      possible: 3
    });
  });

  it('earns a part mark for each option at its own place', () => {
    const order = ['elimination', 'escape', 'equilibrium'];
    expect(scoreResponse(item, { type: 'ordering', order })).toEqual({
      correct: false,
      earned: 1,
      possible: 3
    });
  });
});

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 2, maxLength: 8 });

const choiceAndResponse = ids.chain((all) =>
  fc.record({
    item: fc.subarray(all, { minLength: 1 }).map((key) => choiceItem(all, key)),
    options: fc.array(fc.oneof(fc.constantFrom(...all), fc.string()), { maxLength: 10 })
  })
);

describe('every score', () => {
  it('lies between nothing and what is possible, and is right exactly when all of it is earned', () => {
    fc.assert(
      fc.property(choiceAndResponse, ({ item, options }) => {
        const score = scoreResponse(item, { type: 'multiple', options });
        expect(score.earned).toBeGreaterThanOrEqual(0);
        expect(score.earned).toBeLessThanOrEqual(score.possible);
        if (item.type === 'multiple') expect(score.correct).toBe(score.earned === score.possible);
      })
    );
  });

  it('is right for the key itself, of any type', () => {
    fc.assert(
      fc.property(ids, fc.infiniteStream(fc.nat()), (all, numbers) => {
        const key = Object.fromEntries(all.map((id) => [id, `t${(numbers.next().value ?? 0) % 3}`]));
        expect(scoreResponse(matchingItem(key), { type: 'matching', matches: key }).correct).toBe(true);
        expect(scoreResponse(orderingItem(all), { type: 'ordering', order: all }).correct).toBe(true);
        const choice = choiceItem([...all, 'other'], all);
        expect(scoreResponse(choice, { type: 'multiple', options: all.toReversed() }).correct).toBe(true);
      })
    );
  });

  it('is nothing for a response of another type than the item', () => {
    const item = orderingItem(['a', 'b']);
    expect(scoreResponse(item, { type: 'single', option: 'a' })).toEqual({
      correct: false,
      earned: 0,
      possible: 2
    });
    expect(marksPossible(matchingItem({ a: 't1', b: 't1' }))).toBe(2);
  });
});

describe('scoring what was typed', () => {
  const numeric = numericItem([
    { text: '12', tolerance: '0.5', isKey: true },
    { text: '6', tolerance: '0', isKey: false }
  ]);

  it.each([
    ['12', true],
    ['12.5', true],
    ['12.51', false],
    ['6', false],
    ['-12', false]
  ])('a number within the tolerance of the key is right: %s, %s', (value, correct) => {
    const earned = correct ? 1 : 0;
    expect(scoreResponse(numeric, { type: 'numeric', value })).toEqual({ correct, earned, possible: 1 });
  });

  it('any accepted form of a short text is right, a known wrong one is not', () => {
    const item = shortTextItem(['PD-L1', 'CD274'], ['PD-1']);
    const isRight = (text: string) => scoreResponse(item, { type: 'short-text', text }).correct;
    expect(['pd-l1', 'CD274', 'PD-1', 'LAG-3'].map(isRight)).toEqual([true, true, false, false]);
  });

  it('a response of another type earns nothing', () => {
    expect(scoreResponse(numeric, { type: 'short-text', text: '12' }).correct).toBe(false);
  });
});

describe('scoring true or false', () => {
  it('is that of a single choice', () => {
    const item = { ...choiceItem(['true', 'false'], ['false']), type: 'true-false' as const };
    expect(scoreResponse(item, { type: 'single', option: 'false' }).correct).toBe(true);
    expect(scoreResponse(item, { type: 'single', option: 'true' }).correct).toBe(false);
  });
});
