import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawForm, type Blueprint, type Candidate, type DrawnItem } from './draw-form.ts';

const candidate = (itemId: string, change: Partial<Candidate> = {}): Candidate => ({
  versionId: `version-of-${itemId}`,
  itemId,
  externalId: itemId,
  difficulty: 'medium',
  objectiveId: itemId.slice(0, 3),
  usableInPretest: false,
  type: 'single',
  optionIds: ['a', 'b', 'c', 'd'],
  targetIds: [],
  orderingKey: null,
  ...change
});

const bank = ['LO1-1', 'LO1-2', 'LO1-3', 'LO2-1', 'LO2-2', 'LO2-3', 'LO2-4'].map((id) => candidate(id));

const blueprint: Blueprint = {
  cells: [
    { objectiveId: 'LO1', difficulty: 'any', count: 2 },
    { objectiveId: 'LO2', difficulty: 'any', count: 2 }
  ],
  fixedItemIds: [],
  pretestItemsOnly: false,
  shuffleItems: true,
  shuffleOptions: true
};

type Input = Parameters<typeof drawForm>[0];
const input: Input = { candidates: bank, blueprint, seenItemIds: new Set(), seed: 1 };

function drawn(change: Partial<Input>): DrawnItem[] {
  const form = drawForm({ ...input, ...change });
  if (!form.ok) throw new Error(JSON.stringify(form.problem));
  return form.value;
}

const itemsOf = (form: DrawnItem[]) => form.map(({ versionId }) => versionId.replace('version-of-', ''));

const seeds = fc.nat({ max: 2 ** 32 - 1 });

describe('drawForm', () => {
  it('draws as many items of each objective as its cell says, each once', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const items = itemsOf(drawn({ seed }));
        expect(new Set(items).size).toBe(4);
        expect(items.filter((id) => id.startsWith('LO1'))).toHaveLength(2);
      })
    );
  });

  it('draws the same form for the same seed, in whatever order the bank is listed', () => {
    fc.assert(
      fc.property(seeds, fc.shuffledSubarray(bank, { minLength: bank.length }), (seed, candidates) => {
        expect(drawn({ seed, candidates })).toEqual(drawn({ seed }));
      })
    );
  });

  it('draws another form for another seed', () => {
    const forms = new Set([1, 2, 3, 4, 5, 6].map((seed) => JSON.stringify(drawn({ seed }))));
    expect(forms.size).toBeGreaterThan(3);
  });

  it('holds every fixed item, and counts it in the cell of its objective', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const items = itemsOf(
          drawn({ seed, blueprint: { ...blueprint, fixedItemIds: ['LO1-3', 'LO2-1', 'LO2-4'] } })
        );
        expect(items).toHaveLength(4);
        expect(items).toEqual(expect.arrayContaining(['LO1-3', 'LO2-1', 'LO2-4']));
      })
    );
  });

  it('shows the options of each item in some order, each once', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { optionOrder } of drawn({ seed }))
          expect(optionOrder.toSorted()).toEqual(['a', 'b', 'c', 'd']);
      })
    );
  });

  it('never shows an ordering item in the order of its key', () => {
    const key = ['x', 'y', 'z'];
    const ordering = candidate('LO1-9', { type: 'ordering', optionIds: key, orderingKey: key });
    const cells = [{ objectiveId: 'LO1', difficulty: 'any', count: 1 }];
    fc.assert(
      fc.property(seeds, (seed) => {
        const form = drawn({ seed, candidates: [ordering], blueprint: { ...blueprint, cells } });
        expect(form[0]?.optionOrder).not.toEqual(key);
        expect(form[0]?.optionOrder.toSorted()).toEqual(key);
      })
    );
  });

  it('takes items that were seen before only where no other is left', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const items = itemsOf(drawn({ seed, seenItemIds: new Set(['LO1-1', 'LO1-2', 'LO2-1', 'LO2-2']) }));
        expect(items).toEqual(expect.arrayContaining(['LO1-3', 'LO2-3', 'LO2-4']));
      })
    );
  });

  it('draws items for the pre-test from those that are meant for it', () => {
    const candidates = bank.map((item) => ({ ...item, usableInPretest: item.itemId.endsWith('1') }));
    const cells = [
      { objectiveId: 'LO1', difficulty: 'any', count: 1 },
      { objectiveId: 'LO2', difficulty: 'any', count: 1 }
    ];
    const items = itemsOf(drawn({ candidates, blueprint: { ...blueprint, cells, pretestItemsOnly: true } }));
    expect(items.toSorted()).toEqual(['LO1-1', 'LO2-1']);
  });

  it('names the cell that the bank cannot fill, and how many are missing', () => {
    const cells = [{ objectiveId: 'LO1', difficulty: 'any', count: 5 }];
    expect(drawForm({ ...input, blueprint: { ...blueprint, cells } })).toEqual({
      ok: false,
      problem: { kind: 'cell-cannot-be-filled', objectiveId: 'LO1', missing: 2 }
    });
  });

  it('names a fixed item that has no live version', () => {
    expect(drawForm({ ...input, blueprint: { ...blueprint, fixedItemIds: ['LO9-1'] } })).toEqual({
      ok: false,
      problem: { kind: 'fixed-item-missing', itemId: 'LO9-1' }
    });
  });

  it('draws no form without items', () => {
    const nothing = { ...blueprint, cells: [] };
    expect(drawForm({ ...input, blueprint: nothing })).toEqual({
      ok: false,
      problem: { kind: 'empty-form' }
    });
  });
});

describe('a blueprint by difficulty', () => {
  const graded = ['easy', 'easy', 'hard', 'hard', 'medium'].map((difficulty, index) =>
    candidate(`LO1-${index + 1}`, { difficulty })
  );
  const cells = [
    { objectiveId: 'LO1', difficulty: 'any', count: 2 },
    { objectiveId: 'LO1', difficulty: 'hard', count: 2 }
  ];

  it('is met by every form, whatever the seed and the bank, or refused', () => {
    const difficulty = fc.constantFrom('easy', 'medium', 'hard');
    const wanted = fc.record({ easy: fc.nat(2), hard: fc.nat(2), any: fc.nat(2) });
    fc.assert(
      fc.property(fc.array(difficulty, { maxLength: 8 }), wanted, seeds, (levels, counts, seed) => {
        const candidates = levels.map((level, index) => candidate(`LO1-${index}`, { difficulty: level }));
        const asked = Object.entries(counts).map(([level, count]) => ({
          objectiveId: 'LO1',
          difficulty: level,
          count
        }));
        const form = drawForm({ ...input, candidates, blueprint: { ...blueprint, cells: asked }, seed });
        const of = (level: string) => levels.filter((one) => one === level).length;
        const total = counts.easy + counts.hard + counts.any;
        const canBeMet =
          of('easy') >= counts.easy && of('hard') >= counts.hard && levels.length >= total && total > 0;
        expect(form.ok).toBe(canBeMet);
        if (!form.ok) return;
        const chosen = itemsOf(form.value).map((id) => levels[Number(id.slice(4))]);
        expect(chosen).toHaveLength(total);
        expect(chosen.filter((level) => level === 'hard').length).toBeGreaterThanOrEqual(counts.hard);
        expect(chosen.filter((level) => level === 'easy').length).toBeGreaterThanOrEqual(counts.easy);
      })
    );
  });

  it('counts a fixed item in the most specific cell that fits', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const fixedItemIds = ['LO1-3'];
        const items = itemsOf(
          drawn({ seed, candidates: graded, blueprint: { ...blueprint, cells, fixedItemIds } })
        );
        expect(items).toHaveLength(4);
        expect(items).toEqual(expect.arrayContaining(['LO1-3', 'LO1-4']));
      })
    );
  });
});

describe('a form that is not shuffled', () => {
  const settings = { ...blueprint, shuffleItems: false, shuffleOptions: false };

  it('holds its items by their id, and their options as written', () => {
    const ten = ['LO1-10', 'LO1-9', 'LO2-1', 'LO2-2'].map((id) => candidate(id));
    const form = drawn({ candidates: ten, blueprint: settings });
    expect(itemsOf(form)).toEqual(['LO1-9', 'LO1-10', 'LO2-1', 'LO2-2']);
    expect(form[0]?.optionOrder).toEqual(['a', 'b', 'c', 'd']);
  });

  it('still hides the key of an ordering item; true stands before false in every form', () => {
    const key = ['x', 'y', 'z'];
    const ordering = candidate('LO1-1', { type: 'ordering', optionIds: key, orderingKey: key });
    const trueFalse = candidate('LO1-2', { type: 'true-false', optionIds: ['true', 'false'] });
    const cells = [{ objectiveId: 'LO1', difficulty: 'any', count: 2 }];
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, shuffleOptions) => {
        const form = drawn({
          seed,
          candidates: [ordering, trueFalse],
          blueprint: { ...settings, cells, shuffleOptions }
        });
        expect(form[0]?.optionOrder).not.toEqual(key);
        expect(form[1]?.optionOrder).toEqual(['true', 'false']);
      })
    );
  });
});
