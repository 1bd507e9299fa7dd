import type { DraftOption, ItemDraft } from '#lib/domain/question-bank/item-draft.ts';
import type { ItemType } from '#lib/domain/question-bank/keyed-item.ts';

const option = (id: string, text: string, part: Partial<DraftOption>): DraftOption => ({
  id,
  text,
  rationale: `Why “${text}” is so.`,
  isKey: null,
  matchTargetId: null,
  keyPosition: null,
  tolerance: null,
  ...part
});

const keyed = (texts: string[], keys: number) =>
  texts.map((text, index) => option(`o${index + 1}`, text, { isKey: index < keys }));

type Content = Pick<ItemDraft, 'stem' | 'options'> & Partial<ItemDraft>;

const CONTENT: Record<ItemType, Content> = {
  single: {
    stem: 'A tumor shrank for a year and then grew again on treatment.\n\nWhich term describes this course?',
    select: 1,
    options: keyed(['Acquired resistance', 'Primary resistance', 'Durable remission', 'Mixed response'], 1)
  },
  multiple: {
    stem: 'Which two conditions must a course meet to be called acquired resistance? Choose two.',
    select: 2,
    options: keyed(['An early response', 'A later progression', 'A new mutation', 'A prior operation'], 2)
  },
  'true-false': {
    stem: 'A tumor that progresses at the first scan without any response shows primary resistance.',
    select: 1,
    options: [option('true', 'True', { isKey: true }), option('false', 'False', { isKey: false })]
  },
  matching: {
    stem: 'Match each course with its term.',
    options: [
      option('m1', 'No response at any point', { matchTargetId: 't1' }),
      option('m2', 'Response, then growth', { matchTargetId: 't2' }),
      option('m3', 'Response that holds', { matchTargetId: 't3' })
    ],
    targets: [
      { id: 't1', text: 'Primary resistance', rationale: '' },
      { id: 't2', text: 'Acquired resistance', rationale: '' },
      { id: 't3', text: 'Durable response', rationale: '' }
    ]
  },
  ordering: {
    stem: 'Put the events of acquired resistance in their order.',
    options: ['Treatment begins', 'The tumor shrinks', 'The tumor grows again'].map((text, index) =>
      option(`s${index + 1}`, text, { keyPosition: index + 1 })
    )
  },
  numeric: {
    stem: 'A tumor shrank in month 3 and grew again in month 14. For how many months did the response last?',
    unit: 'months',
    options: [option('n1', '11', { isKey: true, tolerance: '0.5' })]
  },
  'short-text': {
    stem: 'Which word names resistance that forms after an initial response?',
    options: [option('w1', 'acquired', { isKey: true })]
  }
};

/** An item of the type that lacks nothing and has no writing flaw of level error. */
export function wholeDraft(type: ItemType, objectiveId: string): ItemDraft {
  return {
    type,
    select: null,
    unit: '',
    keyPoint: 'Responded, then lost the response: acquired.',
    objectiveId,
    difficulty: 'medium',
    lessonSection: 'primary-and-acquired',
    usableInPretest: false,
    targets: [],
    citations: [
      {
        citationKey: 'sharma2017',
        locator: '',
        supports: 'the two terms',
        passageKind: 'paraphrase',
        passage: 'Resistance that follows a response is acquired.',
        verification: 'verified',
        url: ''
      }
    ],
    ...CONTENT[type]
  };
}
