import type { Role } from '#lib/domain/identity/role.ts';
import type { Profile } from '#lib/domain/identity/profile.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { createPerson } from '#lib/server/identity/create-person.ts';
import { hashPassword } from '#lib/server/identity/password.ts';

/** The password of everybody whom tests make. */
export const PASSWORD = 'four calm lighthouses';

const PROFILE: Profile = {
  givenName: 'Ana',
  familyName: 'Müller',
  credentials: 'MD',
  profession: 'physician',
  specialty: 'Oncology',
  country: 'DE',
  npi: null
};

export type TestPerson = { id: string; email: string; password: string };

let hashed: Promise<string> | null = null;

async function passwordHash(): Promise<string> {
  const result = await hashPassword(PASSWORD);
  if (!result.ok) throw new Error('Too many passwords are being hashed.');
  return result.value;
}

/** Makes a person with the roles (a clinician, if nothing is said) and a profile that may differ from the usual one. */
export async function makePerson(
  db: Executor,
  {
    roles = ['clinician'],
    now = new Date(),
    ...profile
  }: Partial<Profile> & { roles?: Role[]; now?: Date } = {}
): Promise<TestPerson> {
  hashed ??= passwordHash();
  const email = `person-${crypto.randomUUID()}@example.org`;
  const account = { email, passwordHash: await hashed, profile: { ...PROFILE, ...profile }, roles, now };
  const created = await db.transaction((tx) => createPerson(tx, account));
  if (!created.ok) throw new Error(`The address ${email} is taken.`);
  return { id: created.value, email, password: PASSWORD };
}
