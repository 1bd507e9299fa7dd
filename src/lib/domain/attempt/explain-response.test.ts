import { describe, expect, it } from 'vitest';
import {
  choiceItem,
  matchingItem,
  numericItem,
  orderingItem,
  shortTextItem
} from '../../../../tests/support/keyed-items.ts';
import { explainResponse } from './explain-response.ts';

const targets = { targetOrder: ['t1', 't2', 't3'] };

describe('explaining a choice', () => {
  const item = choiceItem(['w', 'x', 'y', 'z'], ['y']);
  const order = { optionOrder: ['z', 'w', 'y', 'x'], targetOrder: [] };

  it('says which option it is, by the letter of this attempt', () => {
    const { outcome, verdict } = explainResponse({ item, order, response: { type: 'single', option: 'w' } });
    expect({ outcome, verdict }).toEqual({
      outcome: 'not-correct',
      verdict: 'Not this one. The answer is C.'
    });
  });

  it('lists the chosen option, then the key, then the others, each with its rationale', () => {
    const { yours, key, others } = explainResponse({
      item,
      order,
      response: { type: 'single', option: 'w' }
    });
    expect(yours).toMatchObject([{ letter: 'B', rationale: 'Because w', mark: 'wrong' }]);
    expect(key).toMatchObject([{ letter: 'C', rationale: 'Because y', mark: 'key' }]);
    expect(others.map(({ letter }) => letter)).toEqual(['A', 'D']);
  });

  it('lists the key once where it was chosen', () => {
    const { outcome, verdict, yours, key } = explainResponse({
      item,
      order,
      response: { type: 'single', option: 'y' }
    });
    expect({ outcome, verdict }).toEqual({ outcome: 'correct', verdict: 'Correct. The answer is C.' });
    expect(yours).toMatchObject([{ letter: 'C', mark: 'right' }]);
    expect(key).toEqual([]);
  });

  it('shows the key of an item that was not answered', () => {
    const { outcome, verdict, yours, key, score } = explainResponse({ item, order, response: null });
    expect({ outcome, verdict }).toEqual({
      outcome: 'not-answered',
      verdict: 'Not answered. The answer is C.'
    });
    expect(yours).toEqual([]);
    expect(key).toHaveLength(1);
    expect(score).toEqual({ correct: false, earned: 0, possible: 1 });
  });

  it('names several keys in the order of their letters', () => {
    const multiple = choiceItem(['w', 'x', 'y', 'z'], ['x', 'y', 'z']);
    const response = { type: 'multiple', options: ['x', 'w', 'z'] } as const;
    const { verdict, score, key } = explainResponse({
      item: multiple,
      order,
      response: { ...response, options: [...response.options] }
    });
    expect(verdict).toBe('Not this one. The answers are A, C and D.');
    expect(score).toEqual({ correct: false, earned: 2, possible: 3 });
    expect(key).toMatchObject([{ letter: 'C', mark: 'key' }]);
  });
});

describe('explaining a matching item', () => {
  const item = matchingItem({ p: 't1', q: 't2' }, ['t3']);
  const order = { optionOrder: ['q', 'p'], ...targets };

  it('shows for each row what was given and what is right, and why the unused target is none', () => {
    const { yours, others } = explainResponse({
      item,
      order,
      response: { type: 'matching', matches: { p: 't3', q: 't2' } }
    });
    expect(yours).toMatchObject([
      { text: 'Option q', mark: 'right', given: 'Target t2', right: 'Target t2' },
      { text: 'Option p', mark: 'wrong', given: 'Target t3', right: 'Target t1' }
    ]);
    expect(others).toMatchObject([{ text: 'Target t3', rationale: 'Decoy t3' }]);
  });

  it('shows what is right where nothing was given', () => {
    const { key } = explainResponse({ item, order, response: null });
    expect(key).toMatchObject([
      { mark: 'key', given: null, right: 'Target t2' },
      { mark: 'key', given: null, right: 'Target t1' }
    ]);
  });
});

describe('explaining an ordering item', () => {
  it('lists the options in the right order, with the place that each was given', () => {
    const item = orderingItem(['one', 'two', 'three']);
    const order = { optionOrder: ['three', 'one', 'two'], targetOrder: [] };
    const response = { type: 'ordering' as const, order: ['one', 'three', 'two'] };
    expect(explainResponse({ item, order, response }).yours).toMatchObject([
      { text: 'Option one', mark: 'right', given: 'place 1', right: 'place 1' },
      { text: 'Option two', mark: 'wrong', given: 'place 3', right: 'place 2' },
      { text: 'Option three', mark: 'wrong', given: 'place 2', right: 'place 3' }
    ]);
  });
});

describe('explaining what was typed', () => {
  const order = { optionOrder: [], targetOrder: [] };
  const numeric = numericItem([
    { text: '12', tolerance: '0.5', isKey: true },
    { text: '6', tolerance: '0', isKey: false }
  ]);

  it('gives the rationale that was written for this response, then the key with its tolerance', () => {
    const response = { type: 'numeric' as const, value: '6' };
    const { outcome, yours, key } = explainResponse({ item: numeric, order, response });
    expect(outcome).toBe('not-correct');
    expect(yours).toMatchObject([{ text: '6 months', rationale: 'Because n2', mark: 'wrong' }]);
    expect(key).toMatchObject([{ text: '12 months, give or take 0.5', rationale: 'Because n1' }]);
  });

  it('shows a right response once, with its rationale', () => {
    const response = { type: 'numeric' as const, value: '12.2' };
    const { yours, key } = explainResponse({ item: numeric, order, response });
    expect(yours).toMatchObject([{ text: '12.2 months', rationale: 'Because n1', mark: 'right' }]);
    expect(key).toEqual([]);
  });

  it('has no rationale for what nobody expected, and lists every accepted form', () => {
    const item = shortTextItem(['PD-L1', 'CD274']);
    const { yours, key } = explainResponse({ item, order, response: { type: 'short-text', text: 'X' } });
    expect(yours).toMatchObject([{ text: 'X', rationale: '' }]);
    expect(key.map(({ text }) => text)).toEqual(['PD-L1', 'CD274']);
  });
});
