import { describe, expect, it } from 'vitest';
import type { ItemDraft } from './item-draft.ts';
import { firstOptions, firstTargets } from './new-option.ts';
import { ITEM_TYPES } from './item-types.ts';
import { previewItem } from './preview-item.ts';
import { readingOrder } from './reading-order.ts';

const draft = (type: ItemDraft['type'], stem = 'A case.\n\nWhich term fits [@chen2017]?'): ItemDraft => ({
  ...{ type, stem, keyPoint: '', objectiveId: null, difficulty: 'easy', lessonSection: null },
  ...{ select: 1, unit: 'months', usableInPretest: false, citations: [] },
  options: firstOptions(type).map((option, index) => ({ ...option, text: `Option text ${index + 1}` })),
  targets: firstTargets(type).map((target, index) => ({ ...target, text: `Target ${index + 1}` }))
});

describe('the preview of a draft', () => {
  it.each(ITEM_TYPES)('shows a learner nothing of the key: $id', ({ id }) => {
    const shown = JSON.stringify(previewItem(draft(id)));
    expect(shown).not.toMatch(/isKey|rationale|matchTargetId|keyPosition|tolerance|chen2017/);
  });

  it('hides the expected responses of a number and of a short text', () => {
    expect(previewItem(draft('numeric'))).toMatchObject({ unit: 'months', options: [] });
    expect(previewItem(draft('short-text')).options).toEqual([]);
  });

  it('says where nothing is written yet', () => {
    expect(previewItem(draft('single', '')).stem).toBe('…');
  });
});

describe('the reading order', () => {
  it('is case, heading, then each control with its kind, state and name', () => {
    expect(readingOrder(previewItem(draft('true-false')))).toEqual([
      'A case.',
      'Group, heading level 1: Question 1 of 1. Which term fits?',
      'Radio button, not checked, 1 of 2: A Option text 1',
      'Toggle button, not pressed: Rule out option A',
      'Radio button, not checked, 2 of 2: B Option text 2',
      'Toggle button, not pressed: Rule out option B',
      'Button: Save and continue',
      'Toggle button, not pressed: Flag for later',
      'Link: Skip for now'
    ]);
  });

  it.each([
    ['multiple', 'Choose 1.'],
    ['matching', 'Combo box, Option text 1: Choose a match. Choices: Target 1; Target 2; Target 3; Target 4'],
    ['ordering', 'Combo box, Option text 2, position: 2'],
    ['numeric', 'Edit text: Your answer, in months'],
    ['short-text', 'Edit text: Your answer']
  ] as const)('names the controls of a %s item', (type, line) => {
    expect(readingOrder(previewItem(draft(type)))).toContain(line);
  });
});
