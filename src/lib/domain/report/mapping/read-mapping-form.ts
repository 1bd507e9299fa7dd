import type { FieldProblem } from '../../identity/field-problem.ts';
import { isProfessionId } from '../../identity/profession.ts';
import { failure, success, type Result } from '../../result.ts';
import { tidyText, tooLong } from '../../tidy-text.ts';
import { REPORTS } from '../reporting-state.ts';
import { CHARACTER_SETS, LAYOUTS, WINDOWS, type MappingFields } from './mapping-form.ts';
import { readColumn } from './read-column.ts';
import type { MappedColumn, ReportMapping } from './report-mapping.ts';

const MOST_COLUMNS = 100;

const line = (text: string) => tidyText(text).replaceAll(/\s+/g, ' ');

const textProblem = (text: string, limit: number, message: string) =>
  line(text) === '' ? message : tooLong(line(text), limit);

/** Whether a path goes through another one, which holds a value and nothing below it. */
const isWithin = (path: string, columns: MappedColumn[]) =>
  columns.some(({ column }) => path.startsWith(`${column}.`) || path.startsWith(`${column}[`));

/** The columns in the order of their numbers; a line without a name is none. */
function readColumns(fields: MappingFields, former: ReportMapping): Result<MappedColumn[], FieldProblem[]> {
  const named = fields.columns
    .map((typed, index) => ({ typed, index, place: Number.parseFloat(typed.place) || index + 1 }))
    .filter(({ typed }) => tidyText(typed.column) !== '')
    .toSorted((one, other) => one.place - other.place || one.index - other.index);
  const read = named.map(({ typed, index }) => {
    const before = former.columns.find(({ column }) => column === tidyText(typed.column));
    const column = readColumn(typed, { isJson: fields.layout === 'json', former: before });
    if (column.ok) return column;
    const message = `Column ${line(typed.column).slice(0, 60)}: ${column.problem}`;
    return failure({ field: `column-${index}`, message });
  });
  const problems: FieldProblem[] = read.flatMap((one) => (one.ok ? [] : [one.problem]));
  const columns = read.flatMap((one) => (one.ok ? [one.value] : []));
  if (named.length === 0) problems.push({ field: 'column-0', message: 'Name at least one column' });
  if (named.length > MOST_COLUMNS)
    problems.push({ field: 'column-0', message: `Take out columns: ${MOST_COLUMNS} at most` });
  const twice = columns.find(
    ({ column }, index) => columns.findIndex((one) => one.column === column) !== index
  );
  if (twice)
    problems.push({ field: 'column-0', message: `Name each column once: ${twice.column} stands twice` });
  const within = fields.layout === 'json' ? columns.find(({ column }) => isWithin(column, columns)) : null;
  if (within) problems.push({ field: 'column-0', message: `${within.column} lies within another column` });
  return problems.length > 0 ? failure(problems) : success(columns);
}

const PATH = /^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/;

const choiceProblem = (choices: readonly { id: string }[], value: string, message: string) =>
  choices.some(({ id }) => id === value) ? null : message;

function pathProblems({ layout, records, createdAt }: MappingFields): [string, string | null][] {
  const needed = layout === 'json' && !PATH.test(records.trim());
  const wrong = createdAt.trim() !== '' && !PATH.test(createdAt.trim());
  return [
    ['records', needed ? 'Write the path of the list of records, such as Reports.Report' : null],
    ['createdAt', wrong ? 'Write a path such as Reports.DateTimeCreated' : null]
  ];
}

function findProblems(fields: MappingFields): FieldProblem[] {
  const { title, report, layout, characters, window, professions, source } = fields;
  const found: [string, string | null][] = [
    ['title', textProblem(title, 120, 'Write a title')],
    ['report', report === '' ? null : choiceProblem(REPORTS, report, 'Choose a report from the list')],
    ['layout', choiceProblem(LAYOUTS, layout, 'Choose a layout')],
    ['characters', choiceProblem(CHARACTER_SETS, characters, 'Choose the characters')],
    ['window', choiceProblem(WINDOWS, window, 'Choose which days can be reported')],
    ['professions', professions.every(isProfessionId) ? null : 'Choose professions from the list'],
    ...pathProblems(fields),
    ['source', textProblem(source, 1000, 'Write where the layout is written, and when you read it there')]
  ];
  return found.flatMap(([field, message]) => (message === null ? [] : [{ field, message }]));
}

const envelopeOf = ({ layout, records, createdAt }: MappingFields) =>
  layout === 'json' ? { records: records.trim(), createdAt: createdAt.trim() || null } : null;

/** Reads a mapping as typed; what the form does not ask stays as in the former version. */
export function readMappingForm(
  fields: MappingFields,
  former: ReportMapping
): Result<ReportMapping, FieldProblem[]> {
  const columns = readColumns(fields, former);
  const problems = [...findProblems(fields), ...(columns.ok ? [] : columns.problem)];
  if (problems.length > 0 || !columns.ok) return failure(problems);
  const layout = LAYOUTS.find(({ id }) => id === fields.layout)?.id ?? former.layout;
  const professions = fields.professions.filter(isProfessionId);
  return success({
    title: line(fields.title),
    subject: former.subject,
    report: fields.report || null,
    layout,
    hasHeader: layout === 'xlsx' || fields.hasHeader,
    characters: CHARACTER_SETS.find(({ id }) => id === fields.characters)?.id ?? former.characters,
    window: WINDOWS.find(({ id }) => id === fields.window)?.id ?? former.window,
    professions: professions.length > 0 ? professions : null,
    envelope: envelopeOf(fields),
    columns: columns.value,
    source: line(fields.source)
  });
}
