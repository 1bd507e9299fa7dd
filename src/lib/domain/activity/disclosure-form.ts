import { isCalendarDay } from '../calendar-day.ts';
import type { FieldProblem } from '../identity/field-problem.ts';
import { failure, success, type Result } from '../result.ts';
import { tidyText, tooLong } from '../tidy-text.ts';
import { OWNER_EXCEPTIONS } from './owner-exception.ts';
import type { FinancialRelationship } from './disclosure-sentence.ts';
import { RELATIONSHIP_KINDS } from './relationship-kinds.ts';

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

const LONGEST = 500;

const RELEVANCE: Record<string, boolean | null> = { yes: true, no: false };

const isDayOrEmpty = (day: string) => day === '' || isCalendarDay(day);

type Row = { relationship: FinancialRelationship; problems: FieldProblem[] };

type Typed = Record<
  'company' | 'kind' | 'nature' | 'mitigation' | 'mitigatedOn' | 'exception' | 'relevant',
  string
>;

const kindOf = (typed: Typed) => RELATIONSHIP_KINDS.find(({ id }) => id === typed.kind)?.id ?? null;

function rowProblems(typed: Typed, index: number): FieldProblem[] {
  const messages: [keyof Typed, string | null][] = [
    ['company', typed.company === '' ? 'Name the company' : tooLong(typed.company, LONGEST)],
    ['kind', kindOf(typed) === null ? 'Choose what the relationship is' : null],
    [
      'nature',
      typed.nature === '' && typed.kind === 'other'
        ? 'Say what the relationship is'
        : tooLong(typed.nature, LONGEST)
    ],
    [
      'mitigation',
      typed.exception !== '' && typed.mitigation !== ''
        ? 'Record the exception, or say how it was mitigated, not both'
        : tooLong(typed.mitigation, LONGEST)
    ],
    [
      'mitigatedOn',
      isDayOrEmpty(typed.mitigatedOn) ? null : 'Enter a day, such as 2026-11-01, or leave it empty'
    ]
  ];
  return messages.flatMap(([name, message]) =>
    message === null ? [] : [{ field: `${name}-${index}`, message }]
  );
}

function readRow(fields: URLSearchParams, index: number): Row | null {
  const at = (name: keyof Typed) => tidyText(fields.get(`${name}-${index}`) ?? '');
  const typed: Typed = {
    company: at('company'),
    kind: at('kind'),
    nature: at('nature'),
    mitigation: at('mitigation'),
    mitigatedOn: at('mitigatedOn'),
    exception: at('exception'),
    relevant: at('relevant')
  };
  if (fields.has(`remove-${index}`)) return null;
  if (Object.values(typed).every((text) => text === '') && !fields.has(`ended-${index}`)) return null;
  const exception = OWNER_EXCEPTIONS.find(({ id }) => id === typed.exception);
  const relationship = {
    company: typed.company,
    kind: kindOf(typed),
    nature: typed.nature,
    ended: fields.has(`ended-${index}`),
    relevant: RELEVANCE[typed.relevant] ?? null,
    mitigation: exception?.label ?? typed.mitigation,
    mitigatedOn: typed.mitigatedOn === '' ? null : typed.mitigatedOn
  };
  return { relationship, problems: rowProblems(typed, index) };
}

/**
 * Reads a declaration as typed. Fields: `name`, `role`, `declaredOn`, and for each relationship `company-<n>`,
 * `nature-<n>`, `ended-<n>`, `relevant-<n>` (yes, no or empty), `exception-<n>`, `mitigation-<n>`, `mitigatedOn-<n>`. A
 * row that is empty, or has `remove-<n>`, is none. What is asked, and why: cme-rules.md §1.1, standard 3.
 */
export function parseDisclosure(fields: URLSearchParams): Result<Disclosure, FieldProblem[]> {
  const text = (name: string) => tidyText(fields.get(name) ?? '').replaceAll('\n', ' ');
  const rows = Array.from({ length: MOST_RELATIONSHIPS }, (_, index) => readRow(fields, index)).filter(
    (row) => row !== null
  );
  const [name, role, declaredOn] = [text('name'), text('role'), text('declaredOn')];
  const own: [string, string | null][] = [
    ['name', name === '' ? 'Name the person' : tooLong(name, 200)],
    ['role', role === '' ? 'Say what the person does: author, reviewer, planner' : tooLong(role, 200)],
    ['declaredOn', isDayOrEmpty(declaredOn) ? null : 'Enter a day, such as 2026-11-01']
  ];
  const problems = [
    ...own.flatMap(([field, message]) => (message === null ? [] : [{ field, message }])),
    ...rows.flatMap((row) => row.problems)
  ];
  if (problems.length > 0) return failure(problems);
  const relationships = rows.map(({ relationship }) => relationship);
  return success({ name, role, declaredOn: declaredOn === '' ? null : declaredOn, relationships });
}
