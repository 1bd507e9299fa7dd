import { describe, expect, it } from 'vitest';
import {
  choiceItem,
  matchingItem,
  numericItem,
  orderingItem,
  shortTextItem
} from '../../../../tests/support/keyed-items.ts';
import type { KeyedItem } from '../question-bank/keyed-item.ts';
import { explainResponse } from './explain-response.ts';
import { canTakeKeyOf } from './keys-under-regrade.ts';
import type { Regrade } from './regrade.ts';
import type { Response } from './response.ts';
import { scoreUnderRegrade } from './score-under-regrade.ts';

const isRight = (item: KeyedItem, regrade: Regrade | null, response: Response) =>
  scoreUnderRegrade({ item, regrade }, response).correct;

const accept = (...accepted: Response[]): Regrade => ({ kind: 'accept-key', accepted });

const single = choiceItem(['a', 'b', 'c', 'd'], ['c']);
const option = (id: string): Response => ({ type: 'single', option: id });

describe('scoring under a regrade', () => {
  it('accepts each further option, and the key as before', () => {
    const regrade = accept(option('b'), option('d'));
    const right = ['a', 'b', 'c', 'd'].filter((id) => isRight(single, regrade, option(id)));
    expect(right).toEqual(['b', 'c', 'd']);
  });

  it('accepts a whole further set of options, and no mixture of two sets', () => {
    const item = choiceItem(['a', 'b', 'c', 'd'], ['a', 'b']);
    const regrade = accept({ type: 'multiple', options: ['c', 'd'] });
    const chosen = (...options: string[]): Response => ({ type: 'multiple', options });
    expect(isRight(item, regrade, chosen('d', 'c'))).toBe(true);
    expect(isRight(item, regrade, chosen('a', 'b'))).toBe(true);
    expect(isRight(item, regrade, chosen('a', 'c'))).toBe(false);
  });

  it('accepts further matches, orders, numbers and words', () => {
    const matching = matchingItem({ a: 't1', b: 't2' });
    const matches = { a: 't2', b: 't1' };
    expect(isRight(matching, accept({ type: 'matching', matches }), { type: 'matching', matches })).toBe(
      true
    );
    const ordering = orderingItem(['a', 'b', 'c']);
    const order = ['b', 'a', 'c'];
    expect(isRight(ordering, accept({ type: 'ordering', order }), { type: 'ordering', order })).toBe(true);
    const numeric = numericItem([
      { text: '12', tolerance: '0', isKey: true },
      { text: '10', tolerance: '100', isKey: false }
    ]);
    const sent: Response = { type: 'numeric', value: '11.50' };
    expect(isRight(numeric, null, sent)).toBe(false);
    expect(isRight(numeric, accept({ type: 'numeric', value: '11.5' }), sent)).toBe(true);
    const word = shortTextItem(['PD-1'], ['CTLA-4']);
    const typed: Response = { type: 'short-text', text: 'ctla-4' };
    expect(isRight(word, accept({ type: 'short-text', text: 'CTLA-4' }), typed)).toBe(true);
  });

  it('gives everyone the mark, with all part marks', () => {
    const item = choiceItem(['a', 'b', 'c', 'd'], ['a', 'b']);
    const sent: Response = { type: 'multiple', options: ['c', 'd'] };
    expect(scoreUnderRegrade({ item, regrade: { kind: 'full-mark' } }, sent)).toEqual({
      correct: true,
      earned: 2,
      possible: 2
    });
  });

  it('marks a dropped item by its key, for the statistics', () => {
    expect(isRight(single, { kind: 'drop-item' }, option('a'))).toBe(false);
    expect(isRight(single, { kind: 'drop-item' }, option('c'))).toBe(true);
  });

  it('scores by the key of a later version alone', () => {
    const by = { ...choiceItem(['a', 'b', 'c', 'd'], ['a']), version: 2 };
    expect(isRight(single, { kind: 'new-key', by }, option('a'))).toBe(true);
    expect(isRight(single, { kind: 'new-key', by }, option('c'))).toBe(false);
  });
});

describe('the key of a later version', () => {
  const later = (item: KeyedItem): KeyedItem => ({ ...item, version: 2 });

  it('fits where it asks for the same and names what learners saw', () => {
    expect(canTakeKeyOf(single, later(choiceItem(['a', 'b', 'c'], ['a'])))).toBe(true);
    expect(canTakeKeyOf(orderingItem(['a', 'b']), later(orderingItem(['b', 'a'])))).toBe(true);
    expect(canTakeKeyOf(matchingItem({ a: 't1' }, ['t2']), later(matchingItem({ a: 't2' })))).toBe(true);
  });

  it('does not fit where it names an option that nobody saw, asks for more, or is not later', () => {
    expect(canTakeKeyOf(single, later(choiceItem(['a', 'e'], ['e'])))).toBe(false);
    expect(canTakeKeyOf(single, later(choiceItem(['a', 'b', 'c'], ['a', 'b'])))).toBe(false);
    expect(canTakeKeyOf(orderingItem(['a', 'b']), later(orderingItem(['a', 'b', 'c'])))).toBe(false);
    expect(canTakeKeyOf(matchingItem({ a: 't1' }), later(matchingItem({ a: 't9' })))).toBe(false);
    expect(canTakeKeyOf(single, choiceItem(['a', 'b', 'c'], ['a']))).toBe(false);
    expect(canTakeKeyOf(single, { ...later(single), itemId: 'another' })).toBe(false);
  });
});

describe('the feedback under a regrade', () => {
  const order = { optionOrder: ['d', 'c', 'b', 'a'], targetOrder: [] };
  const shown = (regrade: Regrade, response: Response | null) => {
    const decided = { regrade, reason: 'A trial of 2026.' };
    const { outcome, verdict, decision } = explainResponse({ item: single, order, response, decided });
    return { outcome, verdict, words: decision?.words, reason: decision?.reason };
  };

  it('says in the letters of the attempt what is accepted, and why', () => {
    expect(shown(accept(option('b')), option('b'))).toEqual({
      outcome: 'correct',
      verdict: 'Correct. The answer is C.',
      words: 'C is accepted too.',
      reason: 'A trial of 2026.'
    });
    expect(shown(accept(option('b'), option('d')), option('a'))).toMatchObject({
      outcome: 'not-correct',
      verdict: 'Not this one. The answer is B.',
      words: 'C and A are accepted too.'
    });
  });

  it('says that everyone gets the mark, that it does not count, that the key was corrected', () => {
    expect(shown({ kind: 'full-mark' }, null)).toMatchObject({
      outcome: 'correct',
      words: 'Everyone gets the mark for this question.'
    });
    expect(shown({ kind: 'drop-item' }, option('c'))).toMatchObject({
      outcome: 'not-counted',
      words: 'This question does not count.'
    });
    const by = { ...choiceItem(['a', 'b', 'c', 'd'], ['a']), version: 2 };
    expect(shown({ kind: 'new-key', by }, option('a'))).toMatchObject({
      outcome: 'correct',
      verdict: 'Correct. The answer is D.',
      words: 'This question is scored by a corrected key. The right answer is D.'
    });
  });
});
