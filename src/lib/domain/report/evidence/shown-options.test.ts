import { describe, expect, it } from 'vitest';
import type { KeyedItem } from '#lib/domain/question-bank/keyed-item.ts';
import type { FrozenPlace } from './frozen-attempt.ts';
import { shownOptions, shownTargets, typedResponse } from './shown-options.ts';

const base = {
  versionId: 'v',
  itemId: 'i',
  externalId: 'A01',
  version: 1,
  stem: 'Which?',
  keyPoint: '',
  objectiveId: null,
  lessonSection: null,
  citations: [],
  options: ['one', 'two'].map((id) => ({ id, text: `Text ${id}`, rationale: `Why ${id}` }))
};

const placeOf = (item: KeyedItem, place: Partial<FrozenPlace>): FrozenPlace => ({
  position: 1,
  optionOrder: ['two', 'one'],
  targetOrder: [],
  item,
  references: [],
  response: null,
  correct: null,
  answeredAt: null,
  sequence: null,
  ...place
});

describe('the options of a place', () => {
  it('stand in the order shown, with letters, choice and key', () => {
    const item = { ...base, type: 'single', select: 1, key: ['one'] } as const;
    const place = placeOf({ ...item, key: ['one'] }, { response: { type: 'single', option: 'two' } });
    expect(shownOptions(place)).toEqual([
      { letter: 'A', text: 'Text two', rationale: 'Why two', marks: ['Chosen'] },
      { letter: 'B', text: 'Text one', rationale: 'Why one', marks: ['Key'] }
    ]);
  });

  it('say what was matched, and which target fits none', () => {
    const targets = ['x', 'y'].map((id) => ({
      id,
      text: `Target ${id}`,
      rationale: id === 'y' ? 'Decoy' : null
    }));
    const item: KeyedItem = { ...base, type: 'matching', targets, key: { one: 'x', two: 'x' } };
    const response = { type: 'matching', matches: { one: 'y', two: 'x' } } as const;
    const shown = shownOptions(placeOf(item, { targetOrder: ['y', 'x'], response }));
    expect(shown.map(({ marks }) => marks)).toEqual([
      ['Given: Target x', 'Key: Target x'],
      ['Given: Target y', 'Key: Target x'],
      ['Fits none']
    ]);
    expect(shownTargets(placeOf(item, { targetOrder: ['y', 'x'] }))).toMatch(/shown: Target y; Target x$/);
  });

  it('say the place that was given and the right one, also where nothing was answered', () => {
    const item: KeyedItem = { ...base, type: 'ordering', key: ['one', 'two'] };
    expect(shownOptions(placeOf(item, {}))[0]?.marks).toEqual(['Given: nothing', 'Key: place 2']);
    const answered = placeOf(item, { response: { type: 'ordering', order: ['two', 'one'] } });
    expect(shownOptions(answered)[0]?.marks).toEqual(['Given: place 1', 'Key: place 2']);
  });

  it('are what authors expected where a number is typed, and the response stands beside', () => {
    const item: KeyedItem = { ...base, type: 'numeric', unit: 'months', key: ['one'], tolerances: {} };
    const place = placeOf(item, { response: { type: 'numeric', value: '2.5' } });
    expect(typedResponse(place)).toBe('2.5 months');
    expect(shownOptions(place).map(({ marks }) => marks)).toEqual([['Key'], ['Expected, wrong']]);
  });
});
