import { failure, success, type Result } from '../result.ts';
import type { FieldProblem } from './field-problem.ts';
import { parseIssuer } from './issuer.ts';
import { isRole } from './role.ts';
import type { RoleRule } from './role-rule.ts';
import { isPrintable, tidyLine } from './tidy-line.ts';

/** A row of the table of rules as typed. */
export type RuleFields = Record<keyof RoleRule, string>;

/** The fields as typed, but for the secret, which is never sent back. */
export type InstitutionFields = {
  name: string;
  issuer: string;
  clientId: string;
  dropsSecret: boolean;
  makesAccounts: boolean;
  vouchesForSecondFactor: boolean;
  rules: RuleFields[];
  /** That the institution may say who is an admin here was ticked. */
  allowsAdmin: boolean;
};

/** An institution as an admin wants it. */
export type Institution = Omit<InstitutionFields, 'rules' | 'dropsSecret' | 'allowsAdmin'> & {
  rules: RoleRule[];
};

/** The secret at the institution: another one, the one that is kept already, or none (a public client). */
export type SecretChange = { kind: 'set'; secret: string } | { kind: 'keep' } | { kind: 'none' };

/** So many rules and so many empty rows below them. */
export const MOST_RULES = 50;
const EMPTY_ROWS = 2;

const NO_RULE: RuleFields = { claim: '', value: '', role: '' };

/** An empty form. */
export const NO_INSTITUTION: InstitutionFields = {
  name: '',
  issuer: '',
  clientId: '',
  dropsSecret: false,
  makesAccounts: false,
  vouchesForSecondFactor: false,
  rules: [],
  allowsAdmin: false
};

/** The rows that a form shows: those that hold something, and empty ones below. */
export function ruleRows(rules: readonly RuleFields[]): RuleFields[] {
  const filled = rules.filter(({ claim, value, role }) => claim + value + role !== '');
  return [...filled, ...Array.from({ length: EMPTY_ROWS }, () => NO_RULE)].slice(0, MOST_RULES);
}

const fits = (line: string, longest: number) =>
  line !== '' && [...line].length <= longest && isPrintable(line);

function lineProblem(line: string, { field, message }: FieldProblem): FieldProblem[] {
  return fits(line, 200) ? [] : [{ field, message }];
}

/** One row; `index` counts the rows that hold something, as the form that comes back shows them. */
function readRule(row: RuleFields, index: number): Result<RoleRule, FieldProblem[]> {
  const claim = row.claim.trim();
  const value = row.value.trim();
  const { role } = row;
  const problems = [
    ...lineProblem(claim, { field: `rule-claim-${index}`, message: 'Name the claim, like groups' }),
    ...lineProblem(value, {
      field: `rule-value-${index}`,
      message: 'Enter the value that the claim must have'
    }),
    ...(isRole(role) ? [] : [{ field: `rule-role-${index}`, message: 'Choose the role that the rule gives' }])
  ];
  return isRole(role) && problems.length === 0 ? success({ claim, value, role }) : failure(problems);
}

function readRules(fields: InstitutionFields): Result<RoleRule[], FieldProblem[]> {
  const rows = fields.rules.filter(({ claim, value, role }) => claim + value + role !== '');
  const read = rows.slice(0, MOST_RULES).map(readRule);
  const problems = read.flatMap((each) => (each.ok ? [] : each.problem));
  const rules = read.flatMap((each) => (each.ok ? [each.value] : []));
  if (problems.length === 0 && rules.some(({ role }) => role === 'admin') && !fields.allowsAdmin)
    problems.push({
      field: 'allowsAdmin',
      message: 'A rule gives the admin role. Confirm that the institution may decide who is an admin here.'
    });
  return problems.length > 0 ? failure(problems) : success(rules);
}

/** Reads the form of an institution. All problems are told at once, in the order of the form. */
export function readInstitution(fields: InstitutionFields): Result<Institution, FieldProblem[]> {
  const name = tidyLine(fields.name);
  const clientId = fields.clientId.trim();
  const issuer = parseIssuer(fields.issuer);
  const rules = readRules(fields);
  const problems = [
    ...(fits(name, 100)
      ? []
      : [{ field: 'name', message: 'Name the institution, in 100 characters or fewer' }]),
    ...(issuer.ok ? [] : [{ field: 'issuer', message: issuer.problem }]),
    ...lineProblem(clientId, {
      field: 'clientId',
      message: 'Enter the client ID that the institution gave to this site'
    }),
    ...(rules.ok ? [] : rules.problem)
  ];
  if (problems.length > 0 || !issuer.ok || !rules.ok) return failure(problems);
  const { makesAccounts, vouchesForSecondFactor } = fields;
  return success({
    name,
    issuer: issuer.value,
    clientId,
    makesAccounts,
    vouchesForSecondFactor,
    rules: rules.value
  });
}

/** What is to happen to the secret; null: it cannot be one (RFC 6749 A.2: printable ASCII). */
export function readSecret(
  typed: string,
  { dropsSecret }: Pick<InstitutionFields, 'dropsSecret'>
): SecretChange | null {
  const secret = typed.trim();
  if (secret === '') return dropsSecret ? { kind: 'none' } : { kind: 'keep' };
  return /^[\x20-\x7e]{1,500}$/.test(secret) ? { kind: 'set', secret } : null;
}
