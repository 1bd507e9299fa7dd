import { describe, expect, it } from 'vitest';
import { choiceItem, matchingItem } from '../../../../../tests/support/keyed-items.ts';
import { knownItem as known } from '../../../../../tests/support/known-item.ts';
import { itemFacts } from './item-facts.ts';
import { itemWarnings } from './item-warnings.ts';
import type { KnownItem } from './known-item.ts';
import { optionRows } from './option-rows.ts';
import { poolItems } from './pool-items.ts';
import { shareWords, shownShare } from './shown-share.ts';

const valueOf = (item: KnownItem, label: string) =>
  itemFacts(item).find((fact) => fact.label === label)?.value;
const four = { item: choiceItem(['A', 'B', 'C', 'D'], ['A']), regrade: null };

describe('a share of people', () => {
  it.each([
    [70, 140, '50.0%'],
    [0, 140, '0%'],
    [140, 140, '100%'],
    [138, 140, 'above 96.4%'],
    [2, 140, 'below 3.6%'],
    [3, 7, 'held back: too few people'],
    [2, 4, 'held back: too few people']
  ])('does not give away fewer than five: %i of %i', (count, of, words) => {
    expect(shareWords(shownShare(count, of))).toBe(words);
  });
});

describe('the facts of an item', () => {
  it('hold back what fewer than 30 responses cannot bear, and say how many there are', () => {
    expect(valueOf(known(15, 29), 'Discrimination index')).toBe('Held back: 29 of 30 responses');
    expect(valueOf(known(15, 29), 'Consistency without it')).toBe('Held back: 29 of 30 responses');
    expect(valueOf(known(15, 29), 'Facility')).toBe('51.7%, 95% interval 40 to 60%');
    expect(valueOf(known(15, 30), 'Discrimination index')).toBe('34.5%');
    expect(valueOf(known(15, 30), 'Upper and lower 27%')).toBe('75.0% of 20, and 30.0% of 20');
  });

  it('give no spread from which a share that is held back could be worked out', () => {
    expect(valueOf(known(138, 140), 'Facility')).toBe('above 96.4%');
    expect(valueOf(known(138, 140), 'Standard deviation')).toBe('Held back');
  });
});

describe('the options of an item', () => {
  it('hold back numbers below five, and one more where it could be worked out from the sum', () => {
    const rows = optionRows(
      four,
      known(90, 140, [
        ['A', 90, 400],
        ['B', 28, 90],
        ['C', 2, 8],
        ['D', 20, 70]
      ])
    );
    expect(rows.map(({ letter, chosen }) => [letter, chosen])).toEqual([
      ['A', 90],
      ['B', 28],
      ['C', null],
      ['D', null],
      ['', 0]
    ]);
    expect(rows[1]?.share).toEqual({ kind: 'exact', percent: 20 });
    expect(rows[2]).toMatchObject({ share: null, pointBiserial: null, isKey: false });
  });

  it('hold back of several answers each that nearly all or nearly none chose', () => {
    const item = { item: choiceItem(['A', 'B', 'C'], ['A', 'B']), regrade: null };
    const rows = optionRows(
      item,
      known(80, 140, [
        ['A', 138, 400],
        ['B', 90, 300],
        ['C', 52, 90]
      ])
    );
    expect(rows.map(({ chosen }) => chosen)).toEqual([null, 90, 52, 0]);
    expect(rows[0]?.share).toMatchObject({ kind: 'above' });
  });

  it('keep each row of a matching item to itself', () => {
    const item = { item: matchingItem({ a: 't1', b: 't2' }), regrade: null };
    const rows = optionRows(
      item,
      known(20, 40, [
        ['["a","t1"]', 30, 90],
        ['["a","t2"]', 10, 30],
        ['["b","t2"]', 38, 99],
        ['["b","t1"]', 2, 9]
      ])
    );
    expect(rows.map(({ chosen }) => chosen)).toEqual([30, 10, null, null, 0]);
  });

  it('say nothing of how they go with the rest before there are 30 responses', () => {
    const [key] = optionRows(
      four,
      known(15, 29, [
        ['A', 15, 60],
        ['B', 14, 40]
      ])
    );
    expect(key).toMatchObject({ chosen: 15, pointBiserial: null, upperChosen: null });
  });
});

describe('warnings', () => {
  const wordsOf = (item: KnownItem) => itemWarnings(four, item).map(({ what }) => what);

  it('name a distractor that nobody takes, without giving away how few do', () => {
    const spread: [string, number, number][] = [
      ['A', 80, 400],
      ['B', 58, 150],
      ['C', 2, 8],
      ['D', 0, 0]
    ];
    expect(wordsOf(known(80, 140, spread))).toEqual([
      'Distractor C was chosen by fewer than 5% of 140: it tempts hardly anyone.',
      'Distractor D was chosen by nobody of 140: it tempts hardly anyone.'
    ]);
  });

  it('name no number that the table of options holds back because it would give another away', () => {
    const spread: [string, number, number][] = [
      ['A', 129, 600],
      ['B', 6, 20],
      ['C', 2, 8],
      ['D', 0, 0]
    ];
    const words = wordsOf(known(129, 137, spread)).filter((what) => what.startsWith('Distractor'));
    expect(words.map((what) => what.replace(': it tempts hardly anyone.', ''))).toEqual([
      'Distractor B was chosen by fewer than 5% of 137',
      'Distractor C was chosen by fewer than 5% of 137',
      'Distractor D was chosen by nobody of 137'
    ]);
  });

  it('name a distractor that draws those who know', () => {
    const spread: [string, number, number][] = [
      ['A', 70, 280],
      ['B', 30, 200],
      ['C', 20, 50],
      ['D', 20, 50]
    ];
    expect(wordsOf(known(70, 140, spread))[0]).toMatch(/^Distractor B draws those who do well/);
  });

  it('ask for the key to be checked where those who know get it wrong', () => {
    const spread: [string, number, number][] = [
      ['A', 70, 300],
      ['B', 30, 90],
      ['C', 20, 60],
      ['D', 20, 60]
    ];
    const [first] = itemWarnings(four, { ...known(70, 140, spread), discriminationIndex: -12 });
    expect(first?.what).toMatch(/^Those who do well on the rest get this item wrong/);
    expect(first?.mend).toMatch(/^Check the key/);
    expect(wordsOf({ ...known(30, 140, spread), discriminationIndex: 10 }).join(' ')).toMatch(
      /hardly tells.*Fewer have it right than guessing/
    );
  });

  it('spare a distractor that is accepted since, and mark it as a key', () => {
    const spread: [string, number, number][] = [
      ['A', 70, 280],
      ['B', 30, 200],
      ['C', 20, 50],
      ['D', 20, 50]
    ];
    const accepted = { kind: 'accept-key', accepted: [{ type: 'single', option: 'B' }] } as const;
    const judged = { item: four.item, regrade: { ...accepted, accepted: [...accepted.accepted] } };
    expect(itemWarnings(judged, known(100, 140, spread))).toEqual([]);
    const keys = optionRows(judged, known(100, 140, spread)).filter(({ isKey }) => isKey);
    expect(keys.map(({ letter }) => letter)).toEqual(['A', 'B']);
  });

  it('do not come before 30 people have answered', () => {
    expect(wordsOf({ ...known(2, 29), discriminationIndex: -50 })).toEqual([]);
  });
});

describe('several forms together', () => {
  it('are their sums; what belongs to one form is gone', () => {
    const later = { ...known(30, 40, [['A', 30, 90]]), computedAt: new Date('2026-12-01T00:00:00Z') };
    const pooled = poolItems([
      known(20, 60, [
        ['A', 20, 80],
        ['B', 40, 99]
      ]),
      later
    ]);
    expect(pooled).toMatchObject({
      exposure: 106,
      effectiveWeight: null,
      medianSeconds: null,
      isFixedForm: false
    });
    expect(pooled?.sums).toMatchObject({ responses: 100, sumX: 50 });
    expect(pooled?.upper).toEqual({ size: 40, right: 30 });
    expect(pooled?.options[0]).toMatchObject({ optionId: 'A', chosen: 50, sumRest: 170 });
    expect(pooled?.computedAt).toEqual(later.computedAt);
    expect(poolItems([later])).toBe(later);
    expect(poolItems([])).toBeNull();
  });
});
