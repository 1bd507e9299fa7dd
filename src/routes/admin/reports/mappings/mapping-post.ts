import type { ColumnFields, MappingFields } from '#lib/domain/report/mapping/mapping-form.ts';
import { formText } from '../../../form-text.ts';

/** Lines that one form can have. */
const MOST_LINES = 120;

function columnFields(data: FormData, index: number): ColumnFields {
  const text = (name: string) => formText(data, `${name}-${index}`);
  return {
    place: text('place'),
    column: text('column'),
    field: text('field'),
    cell: text('cell'),
    transform: text('transform'),
    detail: text('detail'),
    form: text('form'),
    longest: text('longest'),
    required: text('required') === 'yes'
  };
}

/** The form of a mapping as it was sent. */
export function readMappingFields(data: FormData): MappingFields {
  const text = (name: string) => formText(data, name);
  const lines = Math.min(MOST_LINES, Math.max(1, Number.parseInt(text('lines'), 10) || 1));
  return {
    title: text('title'),
    report: text('report'),
    layout: text('layout'),
    characters: text('characters'),
    window: text('window'),
    records: text('records'),
    createdAt: text('createdAt'),
    source: text('source'),
    hasHeader: text('hasHeader') === 'yes',
    professions: data.getAll('profession').filter((value) => typeof value === 'string'),
    columns: Array.from({ length: lines }, (_, index) => columnFields(data, index))
  };
}
