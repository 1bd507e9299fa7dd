import { failure, success } from '../result.ts';
import type { Result } from '../result.ts';
import { parseEmail } from './email.ts';
import type { FieldProblem } from './field-problem.ts';
import { findPasswordProblem } from './password-rules.ts';
import { parseProfile } from './profile.ts';
import type { Profile, ProfileFields } from './profile.ts';

/** A new account as a person typed it. */
export type AccountFields = ProfileFields & { email: string; password: string };

export type NewAccount = { email: string; password: string; profile: Profile };

/** What a refused form shows again; a password is never sent back. */
export type ShownAccountFields = Omit<AccountFields, 'password'>;

/** An empty form. */
export const NO_ACCOUNT_FIELDS: ShownAccountFields = {
  email: '',
  givenName: '',
  familyName: '',
  credentials: '',
  profession: '',
  specialty: '',
  country: '',
  npi: ''
};

/** The fields to show again. */
export function withoutPassword(fields: AccountFields): ShownAccountFields {
  const { email, givenName, familyName, credentials, profession, specialty, country, npi } = fields;
  return { email, givenName, familyName, credentials, profession, specialty, country, npi };
}

/** Reads the form that makes an account. All problems are told at once, in the order of the form. */
export function parseAccount(fields: AccountFields): Result<NewAccount, FieldProblem[]> {
  const email = parseEmail(fields.email);
  const profile = parseProfile(fields);
  const context = [fields.email, fields.givenName, fields.familyName];
  const passwordProblem = findPasswordProblem(fields.password, context);
  if (email !== null && passwordProblem === null && profile.ok) {
    return success({ email, password: fields.password, profile: profile.value });
  }
  return failure([
    ...(email === null
      ? [{ field: 'email', message: 'Enter an e-mail address, like name@example.org' }]
      : []),
    ...(passwordProblem === null ? [] : [{ field: 'password', message: passwordProblem }]),
    ...(profile.ok ? [] : profile.problem)
  ]);
}
