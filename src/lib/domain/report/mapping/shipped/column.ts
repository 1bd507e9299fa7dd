import type { ReportField } from '../report-fields.ts';
import type { MappedColumn } from '../report-mapping.ts';

type Details = Partial<Pick<MappedColumn, 'cell' | 'transform'>> & Partial<MappedColumn['rule']>;

/** A column of a shipped mapping; what is not said is the plain case: text as it is, needed, of any form and length. */
export function column(name: string, field: ReportField | null, details: Details = {}): MappedColumn {
  const { cell = 'text', transform = { kind: 'as-it-is' }, required = true } = details;
  const { form = null, longest = null, formBy = null } = details;
  return { column: name, field, cell, transform, rule: { required, form, longest, formBy } };
}

/** A column with the same text in every row; with a field, only where that has a value. */
export function fixed(name: string, text: string, field: ReportField | null = null): MappedColumn {
  return column(name, field, { transform: { kind: 'fixed', text }, required: false });
}
