import type { AccountFields } from '#lib/domain/identity/account-form.ts';
import { formText } from './form-text.ts';

/** The fields of a new account as they were typed. */
export function readAccountFields(data: FormData): AccountFields {
  const entry = (name: keyof AccountFields) => formText(data, name);
  return {
    email: entry('email'),
    password: entry('password'),
    givenName: entry('givenName'),
    familyName: entry('familyName'),
    credentials: entry('credentials'),
    profession: entry('profession'),
    specialty: entry('specialty'),
    country: entry('country'),
    npi: entry('npi')
  };
}
