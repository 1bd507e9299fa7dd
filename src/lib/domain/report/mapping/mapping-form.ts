import type { MappedColumn, ReportMapping, Transform } from './report-mapping.ts';

/** A column as a form shows and sends it. `detail` is what the transform needs; `place` its number from the left. */
export type ColumnFields = Record<
  'place' | 'column' | 'field' | 'cell' | 'transform' | 'detail' | 'form' | 'longest',
  string
> & { required: boolean };

/** A mapping as a form shows and sends it. */
export type MappingFields = Record<
  'title' | 'report' | 'layout' | 'characters' | 'window' | 'records' | 'createdAt' | 'source',
  string
> & { hasHeader: boolean; professions: string[]; columns: ColumnFields[] };

export const TRANSFORMS = [
  { id: 'as-it-is', label: 'As it is', hint: '' },
  { id: 'upper-case', label: 'Upper case', hint: '' },
  { id: 'date', label: 'Date', hint: 'YYYY-MM-DD' },
  { id: 'codes', label: 'Codes', hint: 'nurse = RN, one per line' },
  { id: 'framed', label: 'Text around it', hint: 'State={}' },
  { id: 'fixed', label: 'Fixed text', hint: 'The text' }
] as const;

export const LAYOUTS = [
  { id: 'csv', label: 'CSV' },
  { id: 'tab-delimited', label: 'Tab-delimited text' },
  { id: 'xlsx', label: 'Excel (XLSX)' },
  { id: 'json', label: 'JSON' }
] as const;

export const CELLS = [
  { id: 'text', label: 'Text' },
  { id: 'number', label: 'Number' },
  { id: 'date', label: 'Day' },
  { id: 'boolean', label: 'True or false' }
] as const;

export const CHARACTER_SETS = [
  { id: 'any', label: 'All characters (UTF-8)' },
  { id: 'latin', label: 'Western European alone (ISO 8859-1)' }
] as const;

export const WINDOWS = [
  { id: 'any', label: 'Any day' },
  { id: 'two-years', label: 'This and the last calendar year' },
  { id: 'sixty-days', label: 'The last 60 days' }
] as const;

/** An empty line of the form. */
const EMPTY: ColumnFields = {
  place: '',
  column: '',
  field: '',
  cell: 'text',
  transform: 'as-it-is',
  detail: '',
  form: '',
  longest: '',
  required: false
};

/** Lines that a form offers for further columns. */
const SPARE = 3;

/** What a transform needs, as one text. */
export function transformDetail(transform: Transform): string {
  switch (transform.kind) {
    case 'date':
      return transform.pattern;
    case 'fixed':
      return transform.text;
    case 'framed':
      return `${transform.before}{}${transform.after}`;
    case 'codes':
      return Object.entries(transform.codes)
        .map(([ours, theirs]) => `${ours} = ${theirs}`)
        .join('\n');
    case 'as-it-is':
    case 'upper-case':
      return '';
    default:
      return transform satisfies never;
  }
}

const columnFields = (
  { column, field, cell, transform, rule }: MappedColumn,
  index: number
): ColumnFields => ({
  place: String(index + 1),
  column,
  field: field ?? '',
  cell,
  transform: transform.kind,
  detail: transformDetail(transform),
  form: rule.form ?? '',
  longest: String(rule.longest ?? ''),
  required: rule.required
});

/** The form of a mapping, for its successor or a copy, with lines for further columns. */
export function mappingFieldsOf(mapping: ReportMapping): MappingFields {
  const spare = Array.from({ length: SPARE }, () => EMPTY);
  return {
    title: mapping.title,
    report: mapping.report ?? '',
    layout: mapping.layout,
    characters: mapping.characters,
    window: mapping.window,
    records: mapping.envelope?.records ?? '',
    createdAt: mapping.envelope?.createdAt ?? '',
    source: mapping.source,
    hasHeader: mapping.hasHeader,
    professions: mapping.professions ?? [],
    columns: [...mapping.columns.map(columnFields), ...spare]
  };
}
