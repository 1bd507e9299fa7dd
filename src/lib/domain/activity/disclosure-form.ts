import { isCalendarDay } from '../calendar-day.ts';
import type { FieldProblem } from '../identity/field-problem.ts';
import { failure, success, type Result } from '../result.ts';
import { tidyText } from '../tidy-text.ts';
import type { FinancialRelationship } from './disclosure-sentence.ts';

/** A declaration of one person in control of content. */
export type Disclosure = {
  name: string;
  role: string;
  /** The day of the declaration, `YYYY-MM-DD`; null: not declared yet. */
  declaredOn: string | null;
  relationships: FinancialRelationship[];
};

/** As many relationships as a form shows at once; saving gives a further empty row. */
export const MOST_RELATIONSHIPS = 20;

const RELEVANCE: Record<string, boolean | null> = { yes: true, no: false };

const isDayOrEmpty = (day: string) => day === '' || isCalendarDay(day);

type Row = { relationship: FinancialRelationship; problems: FieldProblem[] };

function readRow(fields: URLSearchParams, index: number): Row | null {
  const at = (name: string) => tidyText(fields.get(`${name}-${index}`) ?? '').slice(0, 500);
  const company = at('company');
  const nature = at('nature');
  const mitigatedOn = at('mitigatedOn');
  if (company === '' && nature === '' && at('mitigation') === '') return null;
  const problems: FieldProblem[] = [];
  if (company === '') problems.push({ field: `company-${index}`, message: 'Name the company' });
  if (nature === '') problems.push({ field: `nature-${index}`, message: 'Say what the relationship is' });
  if (!isDayOrEmpty(mitigatedOn)) {
    problems.push({
      field: `mitigatedOn-${index}`,
      message: 'Give a day, such as 2026-11-01, or leave it empty'
    });
  }
  const relationship = {
    company,
    nature,
    ended: fields.has(`ended-${index}`),
    relevant: RELEVANCE[at('relevant')] ?? null,
    mitigation: at('mitigation'),
    mitigatedOn: mitigatedOn === '' ? null : mitigatedOn
  };
  return { relationship, problems };
}

/**
 * Reads a declaration as typed. Fields: `name`, `role`, `declaredOn`, and for each relationship `company-<n>`,
 * `nature-<n>`, `ended-<n>`, `relevant-<n>` (yes, no or empty), `mitigation-<n>`, `mitigatedOn-<n>`. An empty row is none.
 */
export function parseDisclosure(fields: URLSearchParams): Result<Disclosure, FieldProblem[]> {
  const text = (name: string) => tidyText(fields.get(name) ?? '').slice(0, 200);
  const rows = Array.from({ length: MOST_RELATIONSHIPS }, (_, index) => readRow(fields, index)).filter(
    (row) => row !== null
  );
  const problems = rows.flatMap((row) => row.problems);
  const [name, role, declaredOn] = [text('name'), text('role'), text('declaredOn')];
  if (name === '') problems.push({ field: 'name', message: 'Name the person' });
  if (role === '')
    problems.push({ field: 'role', message: 'Say what the person does: author, reviewer, planner' });
  if (!isDayOrEmpty(declaredOn))
    problems.push({ field: 'declaredOn', message: 'Give a day, such as 2026-11-01' });
  if (problems.length > 0) return failure(problems);
  const relationships = rows.map(({ relationship }) => relationship);
  return success({ name, role, declaredOn: declaredOn === '' ? null : declaredOn, relationships });
}
