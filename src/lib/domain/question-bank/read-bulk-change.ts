import type { FieldProblem } from '../identity/field-problem.ts';
import { failure, success, type Result } from '../result.ts';
import { DIFFICULTIES } from './item-filter.ts';
import { BULK_KINDS, BULK_STEPS, type BulkChange } from './plan-bulk-change.ts';

/** What can be chosen, by kind: ids of objectives and banks. */
export type BulkChoices = { objectiveIds: string[]; bankIds: string[] };

const LONGEST_TAG = 60;

function readTag(text: string): Result<string, string> {
  const tag = text.trim().replaceAll(/\s+/g, ' ').toLowerCase();
  if (tag === '') return failure('Write the tag');
  if (/[,;\0]/.test(tag)) return failure('Enter one tag, without commas');
  return tag.length > LONGEST_TAG ? failure(`Shorten the tag to ${LONGEST_TAG} characters`) : success(tag);
}

function readValue(kind: BulkChange['kind'], text: string, choices: BulkChoices): Result<string, string> {
  const among = (values: readonly string[], message: string): Result<string, string> =>
    values.includes(text) ? success(text) : failure(message);
  switch (kind) {
    case 'add-tag':
    case 'remove-tag':
      return readTag(text);
    case 'objective':
      return among(choices.objectiveIds, 'Choose an objective');
    case 'difficulty':
      return among(DIFFICULTIES, 'Choose a difficulty');
    case 'bank':
      return among(choices.bankIds, 'Choose a bank');
    case 'state':
      return among(BULK_STEPS, 'Choose a step');
    default:
      return kind satisfies never;
  }
}

/** Reads the form of a bulk change: `kind`, and the field of that kind, e.g. `value-difficulty`. */
export function readBulkChange(
  fields: URLSearchParams,
  choices: BulkChoices
): Result<BulkChange, FieldProblem[]> {
  const kind = BULK_KINDS.find((known) => known === fields.get('kind'));
  if (!kind) return failure([{ field: 'kind', message: 'Choose what to change' }]);
  const field = kind === 'add-tag' || kind === 'remove-tag' ? 'value-tag' : `value-${kind}`;
  const value = readValue(kind, fields.get(field) ?? '', choices);
  return value.ok ? success({ kind, value: value.value }) : failure([{ field, message: value.problem }]);
}
