import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeyedItem } from './keyed-item.ts';
import { toPublicItem } from './public-item.ts';

const base = {
  versionId: 'v1',
  itemId: 'i1',
  externalId: 'P07',
  version: 1,
  stem: 'Place the phases in order.',
  keyPoint: 'SECRET key point',
  objectiveId: 'o1',
  lessonSection: 'microenvironment',
  citations: [
    {
      citationKey: 'sharma2017',
      locator: null,
      supports: 'SECRET support',
      passageKind: 'quote' as const,
      passage: 'SECRET passage',
      url: null
    }
  ]
};

const options = [
  { id: 'first', text: 'Elimination', rationale: 'SECRET one' },
  { id: 'second', text: 'Equilibrium', rationale: 'SECRET two' },
  { id: 'third', text: 'Escape', rationale: 'SECRET three' }
];

const ordering: KeyedItem = { ...base, type: 'ordering', options, key: ['first', 'second', 'third'] };

describe('toPublicItem', () => {
  it('shows the options in the order of the attempt', () => {
    const shown = toPublicItem(ordering, { optionOrder: ['third', 'first', 'second'], targetOrder: [] });
    expect(shown.options.map(({ text }) => text)).toEqual(['Escape', 'Elimination', 'Equilibrium']);
  });

  it('gives options the id of their place, because authored ids follow the key of an ordering item', () => {
    const shown = toPublicItem(ordering, { optionOrder: ['third', 'first', 'second'], targetOrder: [] });
    expect(shown.options.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('keeps key, rationales, key point, citations and authored ids on the server', () => {
    const matching: KeyedItem = {
      ...base,
      type: 'matching',
      options,
      targets: [
        { id: 'SECRET-t1', text: 'One', rationale: 'SECRET decoy' },
        { id: 'SECRET-t2', text: 'Two', rationale: null }
      ],
      key: { first: 'SECRET-t1', second: 'SECRET-t2', third: 'SECRET-t2' }
    };
    const choice: KeyedItem = { ...base, type: 'multiple', select: 2, options, key: ['first', 'third'] };
    const order = { optionOrder: ['second', 'first', 'third'], targetOrder: ['SECRET-t2', 'SECRET-t1'] };
    for (const item of [ordering, matching, choice]) {
      const text = JSON.stringify(toPublicItem(item, order));
      expect(text).not.toMatch(/SECRET|first|second|third|rationale|key/i);
    }
  });

  it('shows stem and options without their citation marks', () => {
    const cited = { ...ordering, stem: 'Which phase [@sharma2017] comes first?' };
    const order = { optionOrder: ['first', 'second', 'third'], targetOrder: [] };
    expect(toPublicItem(cited, order).stem).toBe('Which phase comes first?');
  });

  it('lets no field through that is added to an item later', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12 }), (secret) => {
        const grown = { ...ordering, [`extra ${secret}`]: `value ${secret}` };
        const shown = toPublicItem(grown, { optionOrder: ['first', 'third', 'second'], targetOrder: [] });
        expect(Object.keys(shown).toSorted()).toEqual(['options', 'stem', 'type', 'versionId']);
      })
    );
  });

  it('throws where the drawn order names an option that the version does not have', () => {
    expect(() => toPublicItem(ordering, { optionOrder: ['fourth'], targetOrder: [] })).toThrow('fourth');
  });
});
