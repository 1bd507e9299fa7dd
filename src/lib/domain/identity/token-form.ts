import { failure, success, type Result } from '../result.ts';
import { isApiScope, type ApiScope } from './api-scope.ts';
import type { FieldProblem } from './field-problem.ts';
import { isPrintable, tidyLine } from './tidy-line.ts';

/** A token that is asked for: for which program, what it may do, and until when. */
export type NewToken = { name: string; scopes: ApiScope[]; expiresAt: Date };

/** The fields as typed. */
export type TokenFields = { name: string; scopes: string[]; days: string };

/** A token that is forgotten stops working within this time. */
export const LONGEST_DAYS = 366;

const DAY = 24 * 60 * 60 * 1000;

function daysIn(typed: string): number | null {
  const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
  return days >= 1 && days <= LONGEST_DAYS ? days : null;
}

/** Reads the form of a new token. It may do at least one thing, and ends within 366 days. */
export function readTokenForm(fields: TokenFields, now: Date): Result<NewToken, FieldProblem[]> {
  const name = tidyLine(fields.name);
  const scopes = [...new Set(fields.scopes.filter(isApiScope))];
  const days = daysIn(fields.days);
  const problems: FieldProblem[] = [];
  if (name === '' || name.length > 100 || !isPrintable(name))
    problems.push({
      field: 'name',
      message: 'Name the program that will use it, in 100 characters or fewer'
    });
  if (scopes.length === 0 || scopes.length < new Set(fields.scopes).size)
    problems.push({ field: 'scopes', message: 'Choose from the list what the token may do' });
  if (days === null)
    problems.push({ field: 'days', message: `Enter a number of days from 1 to ${LONGEST_DAYS}` });
  if (problems.length > 0 || days === null) return failure(problems);
  return success({ name, scopes, expiresAt: new Date(now.getTime() + days * DAY) });
}
