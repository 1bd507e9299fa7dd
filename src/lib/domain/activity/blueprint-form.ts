import type { FieldProblem } from '../identity/field-problem.ts';
import { failure, success, type Result } from '../result.ts';
import { tidyText, tooLong } from '../tidy-text.ts';
import {
  CELL_DIFFICULTIES,
  drawable,
  withoutPlace,
  type BlueprintCell,
  type ServableItem
} from './blueprint-coverage.ts';

const FEEDBACK = ['none', 'after-each-item', 'after-submission'] as const;

export type FeedbackTiming = (typeof FEEDBACK)[number];

export type AssessmentKind = 'pre-test' | 'practice' | 'assessment';

/** The settings and the blueprint of one assessment, as an educator edits them. */
export type BlueprintSettings = {
  title: string;
  feedback: FeedbackTiming;
  showsScore: boolean;
  pretestItemsOnly: boolean;
  shuffleItems: boolean;
  shuffleOptions: boolean;
  requiredForCompletion: boolean;
  passingPercent: number | null;
  maxAttempts: number | null;
  cells: BlueprintCell[];
  fixedItemIds: string[];
};

const numberIn = (text: string, least: number, most: number): number | null =>
  /^\d{1,4}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most ? Number(text) : null;

type Read = { fields: URLSearchParams; prefix: string; problems: FieldProblem[] };

/** A number that may be left out; a wrong one is a problem at its field. */
function readOptional({ fields, prefix, problems }: Read, name: string, most: number): number | null {
  const text = fields.get(name)?.trim() ?? '';
  const value = text === '' ? null : numberIn(text, 1, most);
  if (text !== '' && value === null) {
    problems.push({
      field: `${prefix}${name}`,
      message: `Enter a whole number from 1 to ${most}, or leave it empty`
    });
  }
  return value;
}

function readCells({ fields, prefix, problems }: Read, objectiveIds: string[]): BlueprintCell[] {
  return objectiveIds.flatMap((objectiveId) =>
    CELL_DIFFICULTIES.flatMap((difficulty) => {
      const name = `cell-${objectiveId}-${difficulty}`;
      const text = fields.get(name)?.trim() ?? '';
      const count = text === '' ? 0 : numberIn(text, 0, 200);
      if (count === null)
        problems.push({ field: `${prefix}${name}`, message: 'Enter a whole number from 0 to 200' });
      return count === null || count === 0 ? [] : [{ objectiveId, difficulty, count }];
    })
  );
}

/** The same; none at all is a problem. */
function readSomeCells(read: Read, objectiveIds: string[]): BlueprintCell[] {
  const cells = readCells(read, objectiveIds);
  if (cells.length === 0)
    read.problems.push({ field: `${read.prefix}cells`, message: 'Ask for at least one item' });
  return cells;
}

function readTitle({ fields, prefix, problems }: Read): string {
  const title = tidyText(fields.get('title') ?? '').replaceAll('\n', ' ');
  const message = title === '' ? 'Write a title' : tooLong(title, 100);
  if (message !== null) problems.push({ field: `${prefix}title`, message });
  return title;
}

/** The fixed items; one that no cell has a place for, or that the form may not draw, is a problem. */
function readFixed(
  { fields, prefix, problems }: Read,
  { items, cells }: { items: ServableItem[]; cells: BlueprintCell[] }
): string[] {
  const chosen = new Set(fields.getAll('fixed'));
  const fixed = items.filter(({ itemId }) => chosen.has(itemId));
  const usable = drawable(fixed, { pretestItemsOnly: fields.has('pretestItemsOnly') });
  const names = (some: ServableItem[]) => some.map(({ externalId }) => externalId).join(', ');
  const kept = fixed.filter((item) => !usable.includes(item));
  if (kept.length > 0) {
    problems.push({
      field: `${prefix}fixed`,
      message: `Take out what is not for a pre-test: ${names(kept)}`
    });
  }
  const homeless = withoutPlace(cells, usable);
  if (homeless.length > 0) {
    const message = `The grid has no place for ${names(homeless)}. Raise a number there, or take them out`;
    problems.push({ field: `${prefix}fixed`, message });
  }
  return fixed.map(({ itemId }) => itemId);
}

/** When keys are shown; never before the submission where the form draws on the bank of the assessment (promise 2). */
function readFeedback({ fields, prefix, problems }: Read, isBankOfAssessment: boolean): FeedbackTiming {
  const feedback = FEEDBACK.find((timing) => timing === fields.get('feedback')) ?? 'after-submission';
  if (feedback === 'after-each-item' && isBankOfAssessment) {
    const message =
      'Choose “None” or “After submission”: keys of the bank of the assessment are not shown on the way';
    problems.push({ field: `${prefix}feedback`, message });
  }
  return feedback;
}

/** The pass mark, without which there is no credit (cme-rules.md §1.3). */
function readPassMark(read: Read, kind: AssessmentKind): number | null {
  const before = read.problems.length;
  const percent = readOptional(read, 'passingPercent', 100);
  if (percent === null && kind === 'assessment' && read.problems.length === before) {
    const message = 'Enter the pass mark: credit rests on it';
    read.problems.push({ field: `${read.prefix}passingPercent`, message });
  }
  return percent;
}

/** The assessment always has to be passed, practice has no end to be reached, and of the pre-test one may choose. */
const isRequired = (fields: URLSearchParams, kind: AssessmentKind) =>
  kind === 'assessment' || (kind === 'pre-test' && fields.has('requiredForCompletion'));

/** What the form is of. */
type KnownForm = {
  kind: AssessmentKind;
  /** Whether it draws on the bank of the assessment, or is the assessment. */
  isBankOfAssessment: boolean;
  objectiveIds: string[];
  items: ServableItem[];
  prefix: string;
};

/**
 * Reads the form of one assessment. Field names: `cell-<objective>-<difficulty>`, `passingPercent`, `maxAttempts`,
 * `fixed` (item ids), and check boxes; the ids of the controls carry `prefix`, because a page shows several forms.
 */
export function parseBlueprint(
  fields: URLSearchParams,
  known: KnownForm
): Result<BlueprintSettings, FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const read = { fields, prefix: known.prefix, problems };
  const title = readTitle(read);
  const cells = readSomeCells(read, known.objectiveIds);
  const settings: BlueprintSettings = {
    title,
    feedback: readFeedback(read, known.isBankOfAssessment),
    showsScore: fields.has('showsScore'),
    pretestItemsOnly: fields.has('pretestItemsOnly'),
    shuffleItems: fields.has('shuffleItems'),
    shuffleOptions: fields.has('shuffleOptions'),
    requiredForCompletion: isRequired(fields, known.kind),
    passingPercent: readPassMark(read, known.kind),
    maxAttempts: readOptional(read, 'maxAttempts', 99),
    cells,
    fixedItemIds: readFixed(read, { items: known.items, cells })
  };
  return problems.length > 0 ? failure(problems) : success(settings);
}
