import type { ReportField } from './report-fields.ts';
import type { FieldValues, ReportMapping } from './report-mapping.ts';

/** Our fields that a mapping reads. */
function usedFields({ columns }: ReportMapping): ReportField[] {
  const named = columns.flatMap(({ field, rule }) => [field, rule.formBy?.field ?? null]);
  return [...new Set(named)].filter((field) => field !== null);
}

/** Of all values those that a mapping reads: what is kept of a record, and no more. */
export function keptValues(
  values: FieldValues,
  mapping: ReportMapping
): Record<string, string | number | null> {
  return Object.fromEntries(usedFields(mapping).map((field) => [field, values[field] ?? null]));
}
