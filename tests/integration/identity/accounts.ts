import type { NewAccount } from '#lib/domain/identity/account-form.ts';
import type { Profile } from '#lib/domain/identity/profile.ts';

export const PASSWORD = 'violet tugboat lantern';

const PROFILE: Profile = {
  givenName: 'Ana',
  familyName: 'Müller',
  credentials: 'MD',
  profession: 'physician',
  specialty: 'Oncology',
  country: 'DE',
  npi: '1234567893'
};

/** A new account under an address that no other has. */
export function anAccount(changed: Partial<NewAccount> = {}): NewAccount {
  return { email: `${crypto.randomUUID()}@example.org`, password: PASSWORD, profile: PROFILE, ...changed };
}
