import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawForm, type Blueprint, type Candidate, type DrawnItem } from './draw-form.ts';

const candidate = (itemId: string, change: Partial<Candidate> = {}): Candidate => ({
  versionId: `version-of-${itemId}`,
  itemId,
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
    { objectiveId: 'LO1', count: 2 },
    { objectiveId: 'LO2', count: 2 }
  ],
  fixedItemIds: [],
  pretestItemsOnly: false
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
    const cells = [{ objectiveId: 'LO1', count: 1 }];
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
      { objectiveId: 'LO1', count: 1 },
      { objectiveId: 'LO2', count: 1 }
    ];
    const items = itemsOf(drawn({ candidates, blueprint: { ...blueprint, cells, pretestItemsOnly: true } }));
    expect(items.toSorted()).toEqual(['LO1-1', 'LO2-1']);
  });

  it('names the cell that the bank cannot fill, and how many are missing', () => {
    const cells = [{ objectiveId: 'LO1', count: 5 }];
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
    const nothing = { cells: [], fixedItemIds: [], pretestItemsOnly: false };
    expect(drawForm({ ...input, blueprint: nothing })).toEqual({
      ok: false,
      problem: { kind: 'empty-form' }
    });
  });
});
