import { failure, success, type Result } from '../result.ts';
import { parseEmail } from './email.ts';
import type { FieldProblem } from './field-problem.ts';
import { parseProfile, type Profile } from './profile.ts';
import { isRole, type Role } from './role.ts';

/** A person whom an admin adds, as the admin typed it; what is not asked here the person adds in their settings. */
export type NewPersonFields = {
  email: string;
  givenName: string;
  familyName: string;
  profession: string;
  country: string;
  roles: string[];
};

export type NewPerson = { email: string; profile: Profile; roles: Role[] };

export const NO_PERSON_FIELDS: NewPersonFields = {
  ...{ email: '', givenName: '', familyName: '', profession: '', country: '' },
  roles: ['clinician']
};

/** The rules speak to the person; here somebody else reads them. */
const ofAnother = ({ field, message }: FieldProblem): FieldProblem => ({
  field,
  message: message.replace(/^Your /, 'The ').replace(/\byour\b/, 'the')
});

/** Reads the form that adds a person; all problems at once, in the order of the form. */
export function parseNewPerson(fields: NewPersonFields): Result<NewPerson, FieldProblem[]> {
  const email = parseEmail(fields.email);
  const profile = parseProfile({ ...fields, credentials: '', specialty: '', npi: '' });
  const roles = [...new Set(fields.roles)].filter((role) => isRole(role));
  if (email !== null && profile.ok && roles.length > 0) {
    return success({ email, profile: profile.value, roles });
  }
  return failure([
    ...(email === null
      ? [{ field: 'email', message: 'Enter an e-mail address, like name@example.org' }]
      : []),
    ...(profile.ok ? [] : profile.problem.map((problem) => ofAnother(problem))),
    ...(roles.length === 0 ? [{ field: 'roles', message: 'Choose at least one role' }] : [])
  ]);
}
