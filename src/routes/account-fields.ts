import type { AccountFields } from '#lib/domain/identity/account-form.ts';
import type { ProfileFields } from '#lib/domain/identity/profile.ts';
import { formText } from './form-text.ts';

/** The fields of a profile as they were typed. */
export function readProfileFields(data: FormData): ProfileFields {
  const entry = (name: keyof ProfileFields) => formText(data, name);
  return {
    givenName: entry('givenName'),
    familyName: entry('familyName'),
    credentials: entry('credentials'),
    profession: entry('profession'),
    specialty: entry('specialty'),
    country: entry('country'),
    npi: entry('npi')
  };
}

/** The fields of a new account as they were typed. */
export function readAccountFields(data: FormData): AccountFields {
  return {
    email: formText(data, 'email'),
    password: formText(data, 'password'),
    ...readProfileFields(data)
  };
}
