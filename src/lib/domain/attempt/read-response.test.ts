import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choiceItem,
  matchingItem,
  numericItem,
  orderingItem,
  shortTextItem
} from '../../../../tests/support/keyed-items.ts';
import type { KeyedItem } from '../question-bank/keyed-item.ts';
import { toPublicItem, type PublicItem } from '../question-bank/public-item.ts';
import { readResponse } from './read-response.ts';
import { draftOfFields, draftOfResponse } from './response-draft.ts';
import { toAuthoredResponse, toShownResponse } from './shown-response.ts';

/** Shown in reverse, so that a shown id is never the authored one by chance. */
const orderOf = (item: KeyedItem) => ({
  optionOrder: item.options.map(({ id }) => id).toReversed(),
  targetOrder: item.type === 'matching' ? item.targets.map(({ id }) => id).toReversed() : []
});

const shown = (item: KeyedItem): PublicItem => toPublicItem(item, orderOf(item));
const read = (item: KeyedItem, fields: string) => readResponse(new URLSearchParams(fields), shown(item));
const problem = (kind: string, rest = {}) => ({ ok: false, problem: { kind, ...rest } });

describe('reading a single choice', () => {
  const item = choiceItem(['w', 'x', 'y', 'z'], ['y']);

  it('takes the radio button that was chosen', () => {
    expect(read(item, 'option=b')).toEqual({ ok: true, value: { type: 'single', option: 'b' } });
  });

  it('says that there is no answer, one too many, or one that the item does not show', () => {
    expect(read(item, '')).toEqual(problem('no-answer'));
    expect(read(item, 'option=a&option=b')).toEqual(problem('choose-exactly', { count: 1 }));
    expect(read(item, 'option=y')).toEqual(problem('unknown-option'));
    expect(read(item, 'option=')).toEqual(problem('unknown-option'));
  });
});

describe('reading a multiple choice', () => {
  const item = choiceItem(['w', 'x', 'y', 'z'], ['x', 'y']);

  it('takes exactly as many as are asked for', () => {
    expect(read(item, 'option=a&option=d')).toEqual({
      ok: true,
      value: { type: 'multiple', options: ['a', 'd'] }
    });
  });

  it('says how many to choose where there are fewer or more', () => {
    expect(read(item, 'option=a')).toEqual(problem('choose-exactly', { count: 2 }));
    expect(read(item, 'option=a&option=b&option=c')).toEqual(problem('choose-exactly', { count: 2 }));
    expect(read(item, 'option=a&option=a')).toEqual(problem('choose-exactly', { count: 2 }));
    expect(read(item, '')).toEqual(problem('no-answer'));
    expect(read(item, 'option=a&option=e')).toEqual(problem('unknown-option'));
  });
});

describe('reading a matching item', () => {
  const item = matchingItem({ p: 't1', q: 't2' }, ['t3']);

  it('takes a target for each row', () => {
    expect(read(item, 'match-a=c&match-b=a')).toEqual({
      ok: true,
      value: { type: 'matching', matches: { a: 'c', b: 'a' } }
    });
  });

  it('names the row that has no target', () => {
    expect(read(item, 'match-a=c&match-b=')).toEqual(problem('row-without-match', { option: 'b' }));
    expect(read(item, 'match-a=&match-b=')).toEqual(problem('no-answer'));
    expect(read(item, 'match-a=c&match-b=t1')).toEqual(problem('unknown-option'));
  });
});

describe('reading an ordering item', () => {
  const item = orderingItem(['one', 'two', 'three']);

  it('takes the positions as an order', () => {
    expect(read(item, 'position-a=3&position-b=1&position-c=2')).toEqual({
      ok: true,
      value: { type: 'ordering', order: ['b', 'c', 'a'] }
    });
  });

  it('asks for each position once', () => {
    expect(read(item, 'position-a=1&position-b=1&position-c=2')).toEqual(problem('not-a-permutation'));
    expect(read(item, 'position-a=1&position-b=2')).toEqual(problem('not-a-permutation'));
    expect(read(item, 'position-a=1&position-b=2&position-c=4')).toEqual(problem('not-a-permutation'));
    expect(read(item, 'position-x=1')).toEqual(problem('no-answer'));
  });
});

const items = [
  choiceItem(['w', 'x', 'y', 'z'], ['y']),
  choiceItem(['w', 'x', 'y', 'z'], ['x', 'y']),
  matchingItem({ p: 't1', q: 't2', r: 't1' }, ['t3']),
  orderingItem(['one', 'two', 'three'])
];

const name = fc.oneof(
  fc.constantFrom(
    'option',
    'match-a',
    'match-b',
    'match-c',
    'position-a',
    'position-b',
    'position-c',
    '__proto__'
  ),
  fc.string()
);
const value = fc.oneof(fc.constantFrom('a', 'b', 'c', 'd', '1', '2', '3', '', 'constructor'), fc.string());
const fields = fc.array(fc.tuple(name, value), { maxLength: 12 }).map((pairs) => new URLSearchParams(pairs));

describe('whatever is sent', () => {
  it('is a response that the item shows, or a named problem; and the form comes back without a fault', () => {
    fc.assert(
      fc.property(fc.constantFrom(...items), fields, (item, sent) => {
        const answer = readResponse(sent, shown(item));
        const draft = draftOfFields(shown(item), sent);
        expect(draft.order.toSorted()).toEqual(shown(item).options.map(({ id }) => id));
        if (!answer.ok) return;
        const authored = toAuthoredResponse(answer.value, orderOf(item));
        expect(toShownResponse(authored, orderOf(item))).toEqual(answer.value);
        const { chosen, ...rest } = draftOfResponse(shown(item), answer.value);
        expect({ chosen: chosen.toSorted(), ...rest }).toEqual({
          ...draft,
          chosen: [...new Set(draft.chosen)].toSorted()
        });
      })
    );
  });
});

describe('reading what was typed', () => {
  const numeric = numericItem([{ text: '12', tolerance: '0', isKey: true }]);
  const shortText = shortTextItem(['PD-L1']);

  it('takes a decimal in the one form that is stored', () => {
    expect(read(numeric, 'response=%2012%2C50%20')).toEqual({
      ok: true,
      value: { type: 'numeric', value: '12.5' }
    });
  });

  it('says what is missing, no number, or too long, and keeps what was typed', () => {
    expect(read(numeric, '')).toEqual(problem('no-answer'));
    expect(read(numeric, 'response=+')).toEqual(problem('no-answer'));
    expect(read(numeric, 'response=12+months')).toEqual(problem('not-a-number'));
    const long = 'x'.repeat(201);
    expect(read(shortText, `response=${long}`)).toEqual(problem('too-long', { most: 200 }));
    expect(draftOfFields(shown(shortText), new URLSearchParams({ response: long })).text).toBe(long);
  });

  it('takes a short text as it was written, on one line', () => {
    const value = { type: 'short-text', text: 'PD L1' };
    expect(read(shortText, 'response=PD%0A%20L1')).toEqual({ ok: true, value });
    expect(draftOfResponse(shown(shortText), { type: 'short-text', text: 'PD L1' }).text).toBe('PD L1');
  });

  it('shows no expected response to the browser', () => {
    expect(shown(numeric).options).toEqual([]);
    expect(JSON.stringify([shown(numeric), shown(shortText)])).not.toMatch(/12|PD-L1|Because/);
  });
});
