import type { DraftOption, DraftTarget, ItemDraft } from '../question-bank/item-draft.ts';
import type { ItemPart } from './package-parts.ts';
import { writeJson } from './write-json.ts';

const ORDER = [
  ...['id', 'bank', 'type', 'stem', 'text', 'correct', 'match', 'position', 'tolerance', 'rationale', 'unit'],
  ...[
    'options',
    'targets',
    'select',
    'keyPoint',
    'objective',
    'difficulty',
    'reference',
    'locator',
    'supports'
  ],
  ...[
    'kind',
    'passage',
    'verification',
    'url',
    'citations',
    'lessonSection',
    'pretest',
    'pairedWith',
    'status'
  ],
  ...['reviewNote', 'tags', 'rule', 'place', 'what', 'reason', 'setAside']
];

function keyPart({ type }: ItemDraft, option: DraftOption) {
  switch (type) {
    case 'matching':
      return { match: option.matchTargetId };
    case 'ordering':
      return { position: option.keyPosition };
    case 'numeric':
      return { correct: option.isKey, tolerance: option.tolerance };
    case 'single':
    case 'multiple':
    case 'true-false':
    case 'short-text':
      return { correct: option.isKey };
    default:
      return type satisfies never;
  }
}

const targetEntry = ({ id, text, rationale }: DraftTarget) => ({
  id,
  text,
  ...(rationale === '' ? {} : { rationale })
});

const citationEntry = (citation: ItemDraft['citations'][number]) => ({
  reference: citation.citationKey,
  locator: citation.locator === '' ? null : citation.locator,
  supports: citation.supports,
  passage: { kind: citation.passageKind, text: citation.passage },
  verification: citation.verification,
  ...(citation.url === '' ? {} : { url: citation.url })
});

function itemEntry({ draft, ...part }: ItemPart) {
  return {
    id: part.externalId,
    bank: part.bank,
    type: draft.type,
    stem: draft.stem,
    ...(draft.type === 'numeric' ? { unit: draft.unit } : {}),
    options: draft.options.map((option) => {
      const { id, text, rationale } = option;
      return { id, text, ...keyPart(draft, option), rationale };
    }),
    ...(draft.type === 'matching' ? { targets: draft.targets.map(targetEntry) } : {}),
    select: draft.select,
    keyPoint: draft.keyPoint,
    objective: part.objective,
    difficulty: draft.difficulty,
    citations: draft.citations.map(citationEntry),
    lessonSection: draft.lessonSection,
    pretest: draft.usableInPretest,
    pairedWith: part.pairedWith,
    status: part.status,
    reviewNote: part.reviewNote,
    ...(part.tags.length > 0 ? { tags: part.tags } : {}),
    ...(part.setAside.length > 0 ? { setAside: part.setAside } : {})
  };
}

/** The text of items.json. */
export const writeItemsFile = (items: ItemPart[]): string => writeJson(items.map(itemEntry), ORDER);
