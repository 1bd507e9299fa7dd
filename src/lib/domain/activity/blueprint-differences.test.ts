import { describe, expect, it } from 'vitest';
import { blueprintDifferences } from './blueprint-differences.ts';
import type { BlueprintSettings } from './blueprint-form.ts';

const stored: BlueprintSettings = {
  title: 'Assessment',
  feedback: 'after-submission',
  showsScore: true,
  pretestItemsOnly: false,
  shuffleItems: true,
  shuffleOptions: true,
  requiredForCompletion: true,
  passingPercent: 80,
  maxAttempts: null,
  cells: [{ objectiveId: 'one', difficulty: 'easy', count: 2 }],
  fixedItemIds: ['i1']
};

const same = {
  title: 'Assessment',
  feedback: 'after-submission',
  showsScore: 'on',
  shuffleItems: 'on',
  shuffleOptions: 'on',
  requiredForCompletion: 'on',
  passingPercent: '80',
  maxAttempts: '',
  'cell-one-any': '',
  'cell-one-easy': '2',
  fixed: 'i1'
};

const names = { codeOf: () => 'LO1', itemName: (id: string) => (id === 'i1' ? 'A01' : 'A02') };
const differences = (change: Record<string, string>) =>
  blueprintDifferences({ stored, typed: new URLSearchParams({ ...same, ...change }) }, names);

describe('what a colleague saved meanwhile', () => {
  it('is nothing where both say the same', () => {
    expect(differences({})).toEqual([]);
  });

  it.each<[Record<string, string>, { label: string; theirs: string }]>([
    [{ 'cell-one-easy': '3' }, { label: 'LO1, easy', theirs: '2' }],
    [{ 'cell-one-any': '1' }, { label: 'LO1, any', theirs: '0' }],
    [{ passingPercent: '70' }, { label: 'Pass mark, in percent', theirs: '80' }],
    [{ maxAttempts: '3' }, { label: 'Attempts', theirs: 'No, or empty' }],
    [{ pretestItemsOnly: 'on' }, { label: 'Draws items for the pre-test only', theirs: 'No, or empty' }],
    [{ fixed: 'i2' }, { label: 'Items that every form holds', theirs: 'A01' }]
  ])('is named where it differs: %j', (change, difference) => {
    expect(differences(change)).toEqual([difference]);
  });

  it('is named where a box was unticked', () => {
    const typed = new URLSearchParams(same);
    typed.delete('showsScore');
    expect(blueprintDifferences({ stored, typed }, names)).toEqual([
      { label: 'Shows the score', theirs: 'Yes' }
    ]);
  });
});
