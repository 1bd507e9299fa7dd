import { describe, expect, it } from 'vitest';
import { changeType } from './change-type.ts';
import { editItemForm } from './edit-item-form.ts';
import { draftOfForm, type ItemForm } from './item-form.ts';
import type { ItemType } from './keyed-item.ts';
import { losesText } from './loses-text.ts';
import { firstOptions, firstTargets, freeId } from './new-option.ts';
import { pasteOptions, readOptionLines } from './pasted-options.ts';

function blank(type: ItemType): ItemForm {
  return {
    ...{ type, vignette: '', leadIn: '', unit: '', keyPoint: '', objectiveId: null, tags: '' },
    ...{ difficulty: 'medium', lessonSection: null, usableInPretest: false, citations: [] },
    select: type === 'single' ? 1 : null,
    options: firstOptions(type),
    targets: firstTargets(type)
  };
}

const ids = ({ options }: ItemForm) => options.map(({ id }) => id).join('');
const texts = ({ options }: ItemForm) => options.map(({ text }) => text);
const withTexts = (form: ItemForm, words: string[]): ItemForm => ({
  ...form,
  options: form.options.map((option, index) => ({ ...option, text: words[index] ?? '' }))
});

describe('the buttons of the form', () => {
  it.each([
    ['add-option', 'abcde'],
    ['remove-option:b', 'acd'],
    ['option-up:b', 'bacd'],
    ['option-down:b', 'acbd'],
    ['option-up:a', 'abcd'],
    ['option-down:d', 'abcd'],
    ['option-up:nobody', 'abcd'],
    ['toString', 'abcd'],
    ['', 'abcd']
  ])('%s leaves the options %s', (edit, order) => {
    expect(ids(editItemForm(blank('single'), edit))).toBe(order);
  });

  it('do not give the id of a removed option to the next one', () => {
    expect(ids(editItemForm(editItemForm(blank('single'), 'remove-option:b'), 'add-option'))).toBe('acde');
    expect(freeId(['z'])).toBe('a1');
    expect(freeId([])).toBe('a');
  });

  it('keep the positions of an ordering item in step where they follow the list', () => {
    const form = editItemForm(blank('ordering'), 'option-up:c');
    expect(form.options.map(({ id, keyPosition }) => `${id}${keyPosition ?? ''}`)).toEqual([
      ...['a1', 'c2', 'b3', 'd4']
    ]);
    const own = blank('ordering');
    own.options = own.options.map((option, index) => ({ ...option, keyPosition: 4 - index }));
    expect(editItemForm(own, 'option-up:b').options.map(({ keyPosition }) => keyPosition)).toEqual([
      ...[3, 4, 2, 1]
    ]);
  });

  it('take the match from the options of a target that is removed', () => {
    const form = blank('matching');
    form.options = form.options.map((option) => ({ ...option, matchTargetId: 't2' }));
    const after = editItemForm(form, 'remove-target:t2');
    expect(after.targets.map(({ id }) => id)).toEqual(['t1', 't3', 't4']);
    expect(after.options.every(({ matchTargetId }) => matchTargetId === null)).toBe(true);
    expect(editItemForm(after, 'add-target').targets.at(-1)?.id).toBe('t5');
  });

  it('add, move and remove citations', () => {
    const two = editItemForm(editItemForm(blank('single'), 'add-citation:chen2017'), 'add-citation:ott2017');
    const keys = (form: ItemForm) => form.citations.map(({ citationKey }) => citationKey);
    expect(keys(editItemForm(two, 'citation-up:2'))).toEqual(['ott2017', 'chen2017']);
    expect(keys(editItemForm(two, 'remove-citation:1'))).toEqual(['ott2017']);
    expect(keys(editItemForm(two, 'add-citation:'))).toHaveLength(2);
  });

  it('stop at 26 options', () => {
    let form = blank('single');
    for (let press = 0; press < 30; press += 1) form = editItemForm(form, 'add-option');
    expect(form.options).toHaveLength(26);
  });
});

describe('pasted lines', () => {
  it.each([
    ['A. One\r\nb) Two\n\n(c) 4.5 months', ['One', 'Two', '4.5 months']],
    ['1. IL-2\n2) 11 months\n3. TNF', ['IL-2', '11 months', 'TNF']],
    ['- One\n– Two\n• Three\n* Four', ['One', 'Two', 'Three', 'Four']],
    ['A. aspirin\nB. ibuprofen\nC. codeine', ['aspirin', 'ibuprofen', 'codeine']]
  ])('lose the bullets, letters and numbers that all of them have: %j', (text, lines) => {
    expect(readOptionLines(text)).toEqual(lines);
  });

  it.each([
    ['E. coli\nS. aureus\nP. aeruginosa\nK. pneumoniae'],
    ['E. coli\nF. tularensis'],
    ['A. baumannii\nB. fragilis\nC. difficile'],
    ['E. coli'],
    ['1. 5\n3. 5'],
    ['11 months\n12 months'],
    ['- 3 diopters\n- 5 diopters'],
    ['A. One\nTwo\nC. Three'],
    ['B. Two\nC. Three']
  ])('keep what may be a part of them: %j', (text) => {
    expect(readOptionLines(text)).toEqual(text.split('\n'));
  });

  it('fill the empty options, then new ones, and overwrite nothing', () => {
    const form = withTexts(blank('single'), ['', 'kept']);
    const after = pasteOptions(form, 'a', ['1', '2', '3', '4', '5']);
    expect(texts(after)).toEqual(['1', 'kept', '2', '3', '4', '5']);
    expect(pasteOptions(form, 'nobody', ['1'])).toBe(form);
  });
});

describe('changing the type', () => {
  it('keeps texts and rationales, and of several keys the first', () => {
    const form = withTexts({ ...blank('multiple'), select: 2 }, ['1', '2', '3', '4', '5']);
    form.options = form.options.map((option, index) => ({ ...option, isKey: index === 1 || index === 3 }));
    const single = changeType(form, 'single');
    expect(texts(single)).toEqual(['1', '2', '3', '4', '5']);
    expect(single.options.map(({ isKey }) => isKey)).toEqual([false, true, false, false, false]);
    expect(changeType(single, 'ordering').options.map(({ keyPosition }) => keyPosition)).toEqual([
      ...[1, 2, 3, 4, 5]
    ]);
    expect(losesText(draftOfForm(form), draftOfForm(single))).toBe(false);
  });

  it('begins anew where nothing was written', () => {
    expect(texts(changeType(blank('single'), 'true-false'))).toEqual(['True', 'False']);
    expect(ids(changeType(changeType(blank('single'), 'true-false'), 'multiple'))).toBe('abcde');
    expect(changeType(blank('single'), 'matching').targets).toHaveLength(4);
  });

  it('says when text has no place in the new type, so that a copy is kept', () => {
    const form = withTexts(blank('single'), ['One']);
    const after = changeType(form, 'true-false');
    expect(losesText(draftOfForm(form), draftOfForm(after))).toBe(true);
    expect(losesText(draftOfForm(blank('single')), draftOfForm(after))).toBe(false);
  });
});
