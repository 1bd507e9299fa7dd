import { failure, success, type Result } from '../../result.ts';
import { tidyText } from '../../tidy-text.ts';
import { CELLS, type ColumnFields } from './mapping-form.ts';
import { isSafePattern } from './pattern.ts';
import { isReportField } from './report-fields.ts';
import type { MappedColumn, Transform } from './report-mapping.ts';

const LONGEST_NAME = 200;
const LONGEST_TEXT = 2000;

function readCodes(detail: string): Transform | null {
  const pairs = detail
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => /^(.+?)\s*=\s*(.+)$/.exec(line));
  if (pairs.length === 0 || pairs.includes(null)) return null;
  const codes = pairs.map((pair): [string, string] => [pair?.[1] ?? '', pair?.[2] ?? '']);
  return { kind: 'codes', codes: Object.fromEntries(codes) };
}

function readFramed(detail: string): Transform | null {
  const [before = '', after, ...more] = detail.split('{}');
  return after === undefined || more.length > 0 ? null : { kind: 'framed', before, after };
}

/** The transform with what it needs, or what is wrong. */
function readTransform(kind: string, detail: string): Result<Transform, string> {
  const needed = (transform: Transform | null, message: string) =>
    transform === null ? failure(message) : success(transform);
  switch (kind) {
    case 'as-it-is':
    case 'upper-case':
      return success({ kind });
    case 'date':
      return needed(
        /YYYY|MM|DD/.test(detail) ? { kind, pattern: detail } : null,
        'write the date with YYYY, MM and DD'
      );
    case 'codes':
      return needed(readCodes(detail), 'write one code per line, such as nurse = RN');
    case 'framed':
      return needed(readFramed(detail), 'write the text with {} where the value stands, such as State={}');
    case 'fixed':
      return needed(detail === '' ? null : { kind, text: detail }, 'write the fixed text');
    default:
      return failure('choose how the value is written');
  }
}

const isPath = (name: string) => /^[^.[\]\s]+(\[\d\])?(\.[^.[\]\s]+(\[\d\])?)*$/.test(name);

function nameProblem(name: string, isJson: boolean): string | null {
  if (name.length > LONGEST_NAME || name.includes('\n') || name.includes('\t')) return 'shorten its name';
  if (!isJson) return null;
  const keys = name.split(/[.[\]]/);
  const isTrap = keys.some((key) => ['__proto__', 'constructor', 'prototype'].includes(key));
  return isPath(name) && !isTrap ? null : 'write a path such as Member.Name[0].GivenName';
}

const isCount = (text: string) => text === '' || /^[1-9]\d{0,3}$/.test(text);

/** What is wrong with the rule of a column, or null. */
function ruleProblem({ form, longest }: ColumnFields): string | null {
  const pattern = tidyText(form);
  if (pattern !== '' && !isSafePattern(pattern))
    return 'write a simpler form: a regular expression that repeats no group';
  return isCount(longest.trim()) ? null : 'enter the most characters as a whole number';
}

/** Reads a column as typed; a problem is the rest of a sentence. `former`: the column of that name in the version before. */
export function readColumn(
  typed: ColumnFields,
  { isJson, former }: { isJson: boolean; former: MappedColumn | undefined }
): Result<MappedColumn, string> {
  const name = tidyText(typed.column);
  const detail = tidyText(typed.detail);
  const wrong = nameProblem(name, isJson) ?? ruleProblem(typed);
  if (wrong !== null) return failure(wrong);
  const field = typed.field === '' ? null : typed.field;
  if (field !== null && !isReportField(field)) return failure('choose a field from the list');
  const cell = CELLS.find(({ id }) => id === typed.cell)?.id;
  if (cell === undefined) return failure('choose what its cells are');
  if (detail.length > LONGEST_TEXT) return failure('shorten its detail');
  const transform = readTransform(typed.transform, detail);
  if (!transform.ok) return transform;
  const isEmpty = field === null && transform.value.kind !== 'fixed';
  if (isEmpty && typed.required) return failure('choose a field, or a fixed text');
  const rule = {
    required: typed.required,
    form: tidyText(typed.form) || null,
    longest: Number(typed.longest.trim()) || null,
    formBy: former?.rule.formBy ?? null
  };
  return success({ column: name, field, cell, transform: transform.value, rule });
}
