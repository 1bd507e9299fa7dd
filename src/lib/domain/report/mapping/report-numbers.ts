import type { FieldProblem } from '../../identity/field-problem.ts';
import { tidyLine } from '../../identity/tidy-line.ts';
import { failure, success, type Result } from '../../result.ts';
import { fitsPattern } from './pattern.ts';

type NumberKind = { id: string; of: 'provider' | 'activity'; label: string; hint: string; form: string };

/** The numbers under which accreditors know the provider and its activities, each with its form. */
export const REPORT_NUMBERS = [
  {
    id: 'pars-service-id',
    of: 'provider',
    label: 'Web-service id at PARS',
    hint: 'ACCME gives it for the web services and for files.',
    form: '[A-Za-z0-9._-]{1,60}'
  },
  {
    id: 'ce-broker-provider',
    of: 'provider',
    label: 'Provider number at CE Broker',
    hint: 'Digits, without “50-”.',
    form: String.raw`\d{1,12}`
  },
  {
    id: 'accme-activity-id',
    of: 'activity',
    label: 'ACCME activity id',
    hint: 'Nine digits. PARS gives it when the activity is entered there.',
    form: String.raw`\d{9}`
  },
  {
    id: 'uan-pharmacist',
    of: 'activity',
    label: 'UAN for pharmacists',
    hint: 'E.g. 0123-0000-26-001-H01-01-P.',
    form: String.raw`\d{4,7}-\d{4}-\d{2}-\d{3,4}-[A-Z]\d{2}-\d{2}-P`
  },
  {
    id: 'uan-technician',
    of: 'activity',
    label: 'UAN for pharmacy technicians',
    hint: 'E.g. 0123-0000-26-001-H01-01-T.',
    form: String.raw`\d{4,7}-\d{4}-\d{2}-\d{3,4}-[A-Z]\d{2}-\d{2}-T`
  },
  {
    id: 'ce-broker-course',
    of: 'activity',
    label: 'Course number at CE Broker',
    hint: 'Digits, without “20-”.',
    form: String.raw`\d{1,12}`
  },
  {
    id: 'commercial-support',
    of: 'activity',
    label: 'Commercial support',
    hint: 'Write yes or no: the activity record says it.',
    form: 'yes|no'
  }
] as const satisfies NumberKind[];

export type ReportNumberId = (typeof REPORT_NUMBERS)[number]['id'];

/** Numbers by their kind; one that is not known is left out. */
export type ReportNumbers = Partial<Record<ReportNumberId, string>>;

/** The numbers of the provider, or of an activity, in the order of a form. */
export const numbersOf = (of: 'provider' | 'activity') => REPORT_NUMBERS.filter((kind) => kind.of === of);

/** Reads the numbers as typed; an empty one takes back what is on record. */
export function readNumbers(
  of: 'provider' | 'activity',
  typed: (id: ReportNumberId) => string
): Result<{ id: ReportNumberId; value: string }[], FieldProblem[]> {
  const numbers = numbersOf(of).map((kind) => ({ ...kind, value: tidyLine(typed(kind.id)) }));
  const wrong = numbers.filter(({ value, form }) => value !== '' && !fitsPattern(value, form));
  if (wrong.length === 0) return success(numbers.map(({ id, value }) => ({ id, value })));
  return failure(wrong.map(({ id, label, hint }) => ({ field: id, message: `Check the ${label}. ${hint}` })));
}
