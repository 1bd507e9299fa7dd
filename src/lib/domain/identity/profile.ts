import { failure, success } from '../result.ts';
import type { Result } from '../result.ts';
import { isCountryCode } from './country.ts';
import type { FieldProblem } from './field-problem.ts';
import { isNpi } from './npi.ts';
import { isProfessionId } from './profession.ts';
import type { ProfessionId } from './profession.ts';
import { isPrintable, tidyLine } from './tidy-line.ts';

/** What a credit record must say of a person. `npi`: ten digits, or null; `country`: ISO 3166-1 alpha-2. */
export type Profile = {
  givenName: string;
  familyName: string;
  credentials: string;
  profession: ProfessionId;
  specialty: string;
  country: string;
  npi: string | null;
};

/** The profile as a person typed it. */
export type ProfileFields = Record<keyof Profile, string>;

const LONGEST_LINE = 100;

type Line = { label: string; required: boolean };

function lineProblem(text: string, { label, required }: Line): string | null {
  const line = tidyLine(text);
  if (line === '') return required ? `Enter your ${label}` : null;
  if ([...line].length > LONGEST_LINE) return `Your ${label} can have at most ${LONGEST_LINE} characters`;
  return isPrintable(line) ? null : `Your ${label} has a character that cannot be printed`;
}

/** Spaces and hyphens are how people group the digits. */
const npiOf = (text: string) => text.replace(/[\s-]/g, '');

const npiProblem = (npi: string) =>
  npi === '' || isNpi(npi) ? null : 'Check the NPI: it has 10 digits, and these do not fit together';

/** In the order in which the form asks. */
function findProblems(fields: ProfileFields): FieldProblem[] {
  const messages: [keyof ProfileFields, string | null][] = [
    ['givenName', lineProblem(fields.givenName, { label: 'given name', required: true })],
    ['familyName', lineProblem(fields.familyName, { label: 'family name', required: true })],
    ['credentials', lineProblem(fields.credentials, { label: 'credentials', required: false })],
    ['profession', isProfessionId(fields.profession) ? null : 'Choose your profession'],
    ['specialty', lineProblem(fields.specialty, { label: 'specialty', required: false })],
    ['country', isCountryCode(fields.country) ? null : 'Choose your country'],
    ['npi', npiProblem(npiOf(fields.npi))]
  ];
  return messages.flatMap(([field, message]) => (message === null ? [] : [{ field, message }]));
}

/** Reads a profile as typed. Names may be in any script, and are kept as they are but for surplus space. */
export function parseProfile(fields: ProfileFields): Result<Profile, FieldProblem[]> {
  const problems = findProblems(fields);
  const { profession, country } = fields;
  if (problems.length > 0 || !isProfessionId(profession)) return failure(problems);
  return success({
    givenName: tidyLine(fields.givenName),
    familyName: tidyLine(fields.familyName),
    credentials: tidyLine(fields.credentials),
    profession,
    specialty: tidyLine(fields.specialty),
    country,
    npi: npiOf(fields.npi) || null
  });
}
