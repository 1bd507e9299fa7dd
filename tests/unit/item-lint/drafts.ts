import type { DraftOption, ItemDraft } from '#lib/domain/question-bank/item-draft.ts';
import type { LintContext } from '#lib/domain/question-bank/lint/lint-context.ts';

export const CONTEXT: LintContext = { listedKeys: ['smith2020'], retractedKeys: [], shufflesOptions: true };

const IDS = 'abcdefghijklmnopqrstuvwxyz';

/** `*` before a text marks a key. */
function option(marked: string, index: number): DraftOption {
  const isKey = marked.startsWith('*');
  return {
    id: IDS.charAt(index),
    text: isKey ? marked.slice(1) : marked,
    rationale: isKey ? 'The passage says so.' : 'The passage says something else.',
    isKey,
    matchTargetId: null,
    keyPosition: null,
    tolerance: null
  };
}

const base: ItemDraft = {
  type: 'single',
  stem: '',
  select: 1,
  unit: '',
  keyPoint: 'One line that stays.',
  objectiveId: 'LO1',
  difficulty: 'medium',
  lessonSection: null,
  usableInPretest: false,
  options: [],
  targets: [],
  citations: [
    {
      citationKey: 'smith2020',
      locator: 'p. 12',
      supports: 'the key',
      passageKind: 'quote',
      passage: 'The statement that the key leans on.',
      verification: 'verified',
      url: ''
    }
  ]
};

/** A single-choice item; options `a`, `b`, … in order. */
export const single = (stem: string, options: string[], change: Partial<ItemDraft> = {}): ItemDraft => ({
  ...base,
  stem,
  options: options.map(option),
  ...change
});

/** The same with as many keys as are marked. */
export const multiple = (stem: string, options: string[], change: Partial<ItemDraft> = {}): ItemDraft =>
  single(stem, options, {
    type: 'multiple',
    select: options.filter((each) => each.startsWith('*')).length,
    ...change
  });

/** A statement with its truth. */
export const trueFalse = (stem: string, isTrue: boolean): ItemDraft =>
  single(stem, [], {
    type: 'true-false',
    options: [
      { ...option(isTrue ? '*True' : 'True', 0), id: 'true' },
      { ...option(isTrue ? 'False' : '*False', 1), id: 'false' }
    ]
  });

/** Pairs of an option and its target; `decoys` fit none. Targets are `t1`, `t2`, … */
export const matching = (stem: string, pairs: [string, string][], decoys: string[] = []): ItemDraft =>
  single(stem, [], {
    type: 'matching',
    select: null,
    options: pairs.map(([text], index) => ({
      ...option(text, index),
      isKey: null,
      matchTargetId: `t${index + 1}`
    })),
    targets: [
      ...pairs.map(([, text], index) => ({ id: `t${index + 1}`, text, rationale: '' })),
      ...decoys.map((text, index) => ({
        id: `t${pairs.length + index + 1}`,
        text,
        rationale: 'It fits none of them.'
      }))
    ]
  });

/** Steps in their right order. */
export const ordering = (stem: string, steps: string[]): ItemDraft =>
  single(stem, [], {
    type: 'ordering',
    select: null,
    options: steps.map((text, index) => ({ ...option(text, index), isKey: null, keyPosition: index + 1 }))
  });

/** Expected values as [text, tolerance]; `*` marks a right one. */
export const numeric = (stem: string, values: [string, string | null][], unit = ''): ItemDraft =>
  single(stem, [], {
    type: 'numeric',
    select: null,
    unit,
    options: values.map(([text, tolerance], index) => ({ ...option(text, index), tolerance }))
  });

/** Accepted forms, marked with `*`, and known wrong ones. */
export const shortText = (stem: string, forms: string[]): ItemDraft =>
  single(stem, [], { type: 'short-text', select: null, options: forms.map(option) });

/** The draft with one option changed. */
export const withOption = (draft: ItemDraft, id: string, change: Partial<DraftOption>): ItemDraft => ({
  ...draft,
  options: draft.options.map((each) => (each.id === id ? { ...each, ...change } : each))
});

/** The draft with its one citation changed. */
export const withCitation = (
  draft: ItemDraft,
  change: Partial<ItemDraft['citations'][number]>
): ItemDraft => ({ ...draft, citations: draft.citations.map((each) => ({ ...each, ...change })) });
