import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftOfForm, formOfDraft, readTags } from './item-form.ts';
import { isSameDraft } from './same-draft.ts';
import { itemFormProblems } from './item-form-problems.ts';
import { ITEM_TYPES } from './item-types.ts';
import { readEdit, readItemForm } from './read-item-form.ts';

const posted = (fields: Record<string, string | string[]>) =>
  new Map(Object.entries(fields).map(([name, value]) => [name, [value].flat()]));

const choice = posted({
  shownType: 'single',
  type: 'single',
  vignette: 'A man of 58 years responds for 11 months.',
  leadIn: 'Which term fits [@sharma2017]?',
  'option-a-text': 'Acquired resistance',
  'option-a-rationale': 'A response came first.',
  'option-b-text': 'Primary resistance',
  'option-b-rationale': '',
  key: 'a',
  'citation-1-key': 'sharma2017',
  'citation-1-passage': 'A response came first\r\nand was lost later.',
  'citation-1-kind': 'paraphrase',
  'citation-1-verification': 'verified',
  difficulty: 'easy',
  pretest: 'on',
  tags: 'Melanoma, PD-1 , melanoma'
});

describe('reading the form of an item', () => {
  it('takes stem, options with key and rationale, citations and placement', () => {
    const { form, problems } = readItemForm(choice);
    expect(problems).toEqual([]);
    expect(draftOfForm(form)).toEqual({
      type: 'single',
      stem: 'A man of 58 years responds for 11 months.\n\nWhich term fits [@sharma2017]?',
      select: 1,
      unit: '',
      keyPoint: '',
      objectiveId: null,
      difficulty: 'easy',
      lessonSection: null,
      usableInPretest: true,
      options: [
        {
          ...{ id: 'a', text: 'Acquired resistance', rationale: 'A response came first.', isKey: true },
          ...{ matchTargetId: null, keyPosition: null, tolerance: null }
        },
        {
          ...{ id: 'b', text: 'Primary resistance', rationale: '', isKey: false },
          ...{ matchTargetId: null, keyPosition: null, tolerance: null }
        }
      ],
      targets: [],
      citations: [
        {
          ...{ citationKey: 'sharma2017', locator: '', supports: '', url: '', passageKind: 'paraphrase' },
          ...{ passage: 'A response came first\nand was lost later.', verification: 'verified' }
        }
      ]
    });
    expect(readTags(form.tags)).toEqual(['melanoma', 'pd-1']);
  });

  it('reads matches, positions and tolerances by type, and no key of another type', () => {
    const matching = readItemForm(
      posted({
        type: 'matching',
        'option-a-text': 'CTLA-4',
        'match-a': 't2',
        'option-b-text': 'PD-1',
        'match-b': 't9',
        'target-t1-text': 'CD80',
        'target-t2-text': 'PD-L1'
      })
    ).form;
    expect(matching.options.map(({ matchTargetId, isKey }) => [matchTargetId, isKey])).toEqual([
      ['t2', null],
      [null, null]
    ]);
    const ordering = readItemForm(
      posted({ type: 'ordering', 'option-a-text': 'x', 'position-a': '2', 'option-b-text': 'y' })
    ).form;
    expect(ordering.options.map(({ keyPosition }) => keyPosition)).toEqual([2, null]);
    const numeric = readItemForm(
      posted({ type: 'numeric', 'option-a-text': '11,5', 'tolerance-a': 'x', key: 'a', unit: 'months' })
    ).form;
    expect(numeric).toMatchObject({
      unit: 'months',
      select: null,
      options: [{ text: '11,5', tolerance: 'x', isKey: true }]
    });
  });

  it('makes the item one of another type where another was chosen', () => {
    const { form } = readItemForm(new Map([...choice, ['type', ['multiple']]]));
    expect(form).toMatchObject({ type: 'multiple', select: 2, options: [{ isKey: true }, { isKey: false }] });
  });

  it.each([
    [{ type: 'essay' }, 'type'],
    [{ type: 'multiple', select: 'many' }, 'select'],
    [{ type: 'ordering', 'option-a-text': 'x', 'position-a': 'first' }, 'position-a']
  ])('says at the field what it cannot take: %j', (fields, field) => {
    expect(readItemForm(posted(fields)).problems).toMatchObject([{ field }]);
  });

  it.each([
    [{ leadIn: 'x'.repeat(20_001) }, 'leadIn'],
    [{ 'citation-1-key': 'x', 'citation-1-url': 'javascript:alert(1)' }, 'citation-1-url'],
    [{ tags: 'x'.repeat(61) }, 'tags'],
    [Object.fromEntries(Array.from({ length: 27 }, (_, index) => [`option-x${index}-text`, 'x'])), 'options']
  ])('refuses what cannot be stored, at its field', (fields, field) => {
    expect(itemFormProblems(readItemForm(posted(fields)).form)).toMatchObject([{ field }]);
  });

  it('names the button that was pressed, with the reference that was chosen beside it', () => {
    expect(readEdit(posted({ edit: 'option-up:b' }))).toBe('option-up:b');
    expect(readEdit(posted({ edit: 'add-citation', addKey: 'chen2017' }))).toBe('add-citation:chen2017');
    expect(readEdit(posted({}))).toBe('');
  });

  it('never throws and never loses a text, whatever was posted', () => {
    const names = fc.oneof(
      fc.constantFrom(
        'vignette',
        'leadIn',
        'keyPoint',
        'tags',
        'unit',
        'key',
        'select',
        'pretest',
        'section'
      ),
      fc
        .tuple(
          fc.constantFrom('option', 'target', 'citation'),
          fc.oneof(fc.constantFrom('a', 'b', '1', 'true'), fc.string({ unit: 'binary', minLength: 1 })),
          fc.constantFrom('text', 'rationale', 'passage', 'locator', 'supports', 'key', 'url')
        )
        .map((parts) => parts.join('-')),
      fc.string({ unit: 'binary' })
    );
    const values = fc.string({ unit: 'binary', maxLength: 30 });
    const types = fc.constantFrom(...ITEM_TYPES.map(({ id }) => id), 'essay', '');
    fc.assert(
      fc.property(fc.array(fc.tuple(names, values)), types, (fields, type) => {
        const map = new Map(fields.map(([name, value]): [string, string[]] => [name, [value]]));
        map.set('shownType', [type]);
        map.delete('type');
        const { form } = readItemForm(map);
        const held = JSON.stringify(form);
        itemFormProblems(form);
        for (const [name, [value = '']] of map) {
          const isText = /^(vignette|leadIn|keyPoint|tags|unit)$/.test(name);
          const isPart =
            /^(option|target)-(.+)-(text|rationale)$/s.test(name) ||
            /^citation-(.+)-(locator|supports|passage|url)$/s.test(name);
          if (!isText && !isPart) continue;
          const kept = value.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '').toWellFormed();
          expect(held).toContain(JSON.stringify(kept).slice(1, -1));
        }
      })
    );
  });

  it('comes back unchanged from a form that shows a draft', () => {
    const draft = draftOfForm(readItemForm(choice).form);
    expect(isSameDraft(draftOfForm(formOfDraft(draft, [])), draft)).toBe(true);
    const unfinished = { ...draft, stem: 'Only a vignette so far.\n\n' };
    expect(formOfDraft(unfinished, [])).toMatchObject({ vignette: 'Only a vignette so far.', leadIn: '' });
    expect(isSameDraft(draftOfForm(formOfDraft(unfinished, [])), unfinished)).toBe(true);
  });
});
