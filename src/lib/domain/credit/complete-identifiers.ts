import type { FieldProblem } from '../identity/field-problem.ts';
import { failure, success, type Result } from '../result.ts';
import {
  NO_IDENTIFIER_FIELDS,
  readEach,
  type IdentifierFields,
  type IdentifierKind,
  type ReportingIdentifiers
} from './reporting-identifiers.ts';

/** In the order in which forms ask: the fields of each identifier with what is said where they are empty. */
const ASKED: { kind: IdentifierKind; fields: { field: keyof IdentifierFields; message: string }[] }[] = [
  {
    kind: 'licence',
    fields: [
      { field: 'licenceState', message: 'Choose the state that issued your license' },
      { field: 'licenceNumber', message: 'Enter your license number' }
    ]
  },
  {
    kind: 'birthDay',
    fields: [
      { field: 'birthMonth', message: 'Choose the month of your birth' },
      { field: 'birthDay', message: 'Enter the day of your birth, from 1 to 31. No year is asked.' }
    ]
  },
  { kind: 'boardId', fields: [{ field: 'boardId', message: 'Enter your ABIM ID' }] },
  { kind: 'nabpId', fields: [{ field: 'nabpId', message: 'Enter your NABP e-Profile ID' }] }
];

const valueOf = <Value>(read: Result<Value | null, unknown>) => (read.ok ? read.value : null);

/**
 * Completes what is known by what was typed, of the kinds that are needed alone: what no permitted report needs is not
 * read and not kept, and what is known is not asked again (ux.md §9).
 */
export function completeIdentifiers(input: {
  known: ReportingIdentifiers;
  needed: readonly IdentifierKind[];
  typed: IdentifierFields;
}): Result<ReportingIdentifiers, FieldProblem[]> {
  const { known, needed, typed } = input;
  const asked = ASKED.filter(({ kind }) => needed.includes(kind) && known[kind] === null);
  const names = asked.flatMap(({ fields }) => fields.map(({ field }) => field));
  const read = readEach({
    ...NO_IDENTIFIER_FIELDS,
    ...Object.fromEntries(names.map((name) => [name, typed[name]]))
  });
  const problems = asked.flatMap(({ kind, fields }) => {
    const found = read[kind];
    if (!found.ok) return found.problem;
    return found.value === null ? fields : [];
  });
  if (problems.length > 0) return failure(problems);
  return success({
    licence: known.licence ?? valueOf(read.licence),
    boardId: known.boardId ?? valueOf(read.boardId),
    birthDay: known.birthDay ?? valueOf(read.birthDay),
    nabpId: known.nabpId ?? valueOf(read.nabpId)
  });
}
