import { failure, success, type Result } from '../../result.ts';
import type { FaultKind } from './fault-kinds.ts';
import { fitsPattern } from './pattern.ts';
import { fieldFacts, type ReportField } from './report-fields.ts';
import type { FieldValues, MappedColumn, ReportCell, ReportMapping } from './report-mapping.ts';
import { shapeText } from './shape-text.ts';

/** What no layout of lines carries, and what ISO 8859-1 has no place for. */
const BREAKS_LINES = /\p{Cc}/u;
const BEYOND_LATIN = /[^\u0020-\u007e\u00a0-\u00ff]/u;

const NAMES: readonly string[] = ['given_name', 'family_name'];

/** The fault of a text that does not fit the form of its column, by what the column is made of. */
const FORM_FAULTS: Partial<Record<ReportField, FaultKind>> = {
  provider_id: 'provider-id-form',
  accme_activity_id: 'accme-activity-form',
  uan: 'uan-form',
  licence_number: 'licence-form',
  licence_state: 'licence-state-not-taken'
};

const textOf = (value: string | number | null | undefined) => String(value ?? '').trim();

function lengthFault(text: string, { field, rule }: MappedColumn): FaultKind | null {
  if (rule.longest === null || [...text].length <= rule.longest) return null;
  return field !== null && NAMES.includes(field) ? 'name-too-long' : 'too-long';
}

function formFault(text: string, { field, rule }: MappedColumn, values: FieldValues): FaultKind | null {
  const { form, formBy } = rule;
  const forms = formBy?.forms ?? {};
  const key = formBy === null ? '' : textOf(values[formBy.field]);
  const own = Object.hasOwn(forms, key) ? forms[key] : undefined;
  const fits = (form === null || fitsPattern(text, form)) && (own === undefined || fitsPattern(text, own));
  return fits ? null : ((field && FORM_FAULTS[field]) ?? 'wrong-form');
}

function charactersFault(text: string, { layout, characters }: ReportMapping): FaultKind | null {
  if (layout !== 'json' && BREAKS_LINES.test(text)) return 'characters';
  return characters === 'latin' && BEYOND_LATIN.test(text) ? 'characters' : null;
}

/** A cell by its kind: JSON and XLSX tell numbers and truth from text. */
function cellOf(text: string, { cell }: MappedColumn): Result<ReportCell, FaultKind> {
  if (cell === 'boolean') return success(text === 'yes' || text === 'true');
  if (cell !== 'number') return success(text);
  const number = Number(text);
  return Number.isFinite(number) ? success(number) : failure('no-number');
}

function emptyCell({ field, rule }: MappedColumn): Result<ReportCell, FaultKind> {
  if (!rule.required) return success(null);
  return failure((field && fieldFacts(field).missing) ?? 'value-missing');
}

/** The cell of a column for a record, or what is wrong with it. */
export function fitCell(
  values: FieldValues,
  column: MappedColumn,
  mapping: ReportMapping
): Result<ReportCell, FaultKind> {
  const { field, transform } = column;
  const value = field === null ? '' : textOf(values[field]);
  if (value === '' && (field !== null || transform.kind !== 'fixed')) return emptyCell(column);
  const { fits = () => true, wrong = 'wrong-form' } = field === null ? {} : fieldFacts(field);
  if (transform.kind !== 'fixed' && !fits(value)) return failure(wrong);
  const shaped = shapeText(value, transform);
  if (!shaped.ok) return failure(field === 'licence_state' ? 'licence-state-not-taken' : shaped.problem);
  const text = shaped.value;
  const fault =
    lengthFault(text, column) ?? charactersFault(text, mapping) ?? formFault(text, column, values);
  return fault === null ? cellOf(text, column) : failure(fault);
}
