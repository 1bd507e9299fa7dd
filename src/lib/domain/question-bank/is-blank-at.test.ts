import { describe, expect, it } from 'vitest';
import { isBlankAt } from './is-blank-at.ts';
import type { ItemDraft } from './item-draft.ts';
import { firstOptions, newCitation } from './new-option.ts';

const blank: ItemDraft = {
  ...{ type: 'single', stem: ' ', select: 1, unit: '', keyPoint: '', objectiveId: null, difficulty: 'easy' },
  ...{ lessonSection: null, usableInPretest: false, options: firstOptions('single') },
  targets: [{ id: 't1', text: 'CD80', rationale: '' }],
  citations: [newCitation('chen2017')]
};
const written: ItemDraft = {
  ...{ ...blank, stem: 'Which?', keyPoint: 'This.', objectiveId: 'some' },
  options: blank.options.map((option) => ({ ...option, text: 'One', rationale: 'Why', isKey: true })),
  targets: [{ id: 't1', text: 'CD80', rationale: 'Why' }],
  citations: [{ ...newCitation('chen2017'), passage: 'Words' }]
};

describe('a place where nothing is written yet', () => {
  it.each(['objective', 'stem', 'keyPoint', 'options', 'option:a', 'rationale:a', 'target:t1', 'citation:1'])(
    '%s',
    (place) => {
      expect([isBlankAt(blank, place), isBlankAt(written, place)]).toEqual([true, false]);
    }
  );

  it('is the list of citations where there is none, and no place that the item does not have', () => {
    expect(isBlankAt({ ...written, citations: [] }, 'citations')).toBe(true);
    expect(isBlankAt(blank, 'citations')).toBe(false);
    expect(['item', 'option:z', 'citation:7', 'elsewhere'].some((place) => isBlankAt(blank, place))).toBe(
      false
    );
  });
});
