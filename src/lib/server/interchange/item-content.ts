import type { ItemType } from '#lib/domain/question-bank/keyed-item.ts';
import type { ItemEntry } from './items-schema.ts';

/** The content of an item version in the shape of its rows, without the ids of the version. */
export type ItemContent = {
  version: {
    type: ItemType;
    stem: string;
    select: number | null;
    unit: string;
    keyPoint: string;
    objectiveId: string | null;
    difficulty: string;
    lessonSection: string | null;
    usableInPretest: boolean;
    pairedWith: string | null;
    reviewNote: string;
  };
  targets: { targetId: string; position: number; text: string; rationale: string | null }[];
  options: {
    optionId: string;
    position: number;
    text: string;
    rationale: string;
    isKey: boolean | null;
    matchTargetId: string | null;
    keyPosition: number | null;
    tolerance: string | null;
  }[];
  citations: {
    position: number;
    referenceId: string;
    locator: string | null;
    supports: string;
    passageKind: 'quote' | 'paraphrase';
    passage: string;
    verification: string;
    url: string | null;
  }[];
};

/** The ids that stand for the codes and keys of a package. Throw where there is none: the package was checked before. */
export type PackageIds = {
  objectiveId: (code: string) => string;
  referenceId: (key: string) => string;
  /** Null where the package does not hold the reference. */
  optionalReferenceId: (key: string) => string | null;
};

function optionsOf(entry: ItemEntry): ItemContent['options'] {
  const none = { isKey: null, matchTargetId: null, keyPosition: null, tolerance: null };
  const row = (option: { id: string; text: string; rationale: string }, index: number) => ({
    optionId: option.id,
    position: index + 1,
    text: option.text,
    rationale: option.rationale,
    ...none
  });
  switch (entry.type) {
    case 'single':
    case 'multiple':
    case 'true-false':
    case 'short-text':
      return entry.options.map((option, index) => ({ ...row(option, index), isKey: option.correct }));
    case 'matching':
      return entry.options.map((option, index) => ({ ...row(option, index), matchTargetId: option.match }));
    case 'ordering':
      return entry.options.map((option, index) => ({ ...row(option, index), keyPosition: option.position }));
    case 'numeric':
      return entry.options.map((option, index) => ({
        ...row(option, index),
        isKey: option.correct,
        tolerance: option.tolerance
      }));
    default:
      return entry satisfies never;
  }
}

function targetsOf(entry: ItemEntry): ItemContent['targets'] {
  if (entry.type !== 'matching') return [];
  return entry.targets.map(({ id, text, rationale }, index) => ({
    targetId: id,
    position: index + 1,
    text,
    rationale: rationale ?? null
  }));
}

/** An item of a package in the shape of its rows. */
export function contentOf(entry: ItemEntry, ids: PackageIds): ItemContent {
  return {
    version: {
      type: entry.type,
      stem: entry.stem,
      select: entry.select,
      unit: entry.type === 'numeric' ? entry.unit : '',
      keyPoint: entry.keyPoint,
      objectiveId: entry.objective === null ? null : ids.objectiveId(entry.objective),
      difficulty: entry.difficulty,
      lessonSection: entry.lessonSection,
      usableInPretest: entry.pretest,
      pairedWith: entry.pairedWith,
      reviewNote: entry.reviewNote
    },
    targets: targetsOf(entry),
    options: optionsOf(entry),
    citations: entry.citations.map((citation, index) => ({
      position: index + 1,
      referenceId: ids.referenceId(citation.reference),
      locator: citation.locator,
      supports: citation.supports,
      passageKind: citation.passage.kind,
      passage: citation.passage.text,
      verification: citation.verification,
      url: citation.url ?? null
    }))
  };
}
