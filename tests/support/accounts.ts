import type { Role } from '#lib/domain/identity/role.ts';
import { PASSWORD } from './people.ts';
import { setUpApp } from './second-factor.ts';
import { newVisitor, type Visitor } from './visitor.ts';

/** The fields of the sign-up form. */
export type AccountFields = Record<
  | 'email'
  | 'password'
  | 'givenName'
  | 'familyName'
  | 'credentials'
  | 'profession'
  | 'specialty'
  | 'country'
  | 'npi',
  string
>;

/** A physician whom nobody has met before; the fields given replace the usual ones. */
export function newAccount(fields: Partial<AccountFields> = {}): AccountFields {
  return {
    email: `person-${crypto.randomUUID()}@example.org`,
    password: PASSWORD,
    givenName: 'Ana',
    familyName: 'Müller',
    credentials: 'MD',
    profession: 'physician',
    specialty: 'Oncology',
    country: 'DE',
    npi: '',
    ...fields
  };
}

/** A visitor who passed the gate. */
export async function newProfessional(origin: string): Promise<Visitor> {
  const visitor = newVisitor(origin);
  const { status } = await visitor.post('/gate', { answer: 'yes' });
  if (status !== 303) throw new Error(`The gate answered ${status}.`);
  return visitor;
}

/** Somebody who passed the gate and has an account, by the pages of the app. */
export async function signUpByHttp(origin: string, account = newAccount()): Promise<Visitor> {
  const visitor = await newProfessional(origin);
  const { status, body } = await visitor.post('/sign-up', account);
  if (status !== 303) throw new Error(`Sign-up answered ${status}: ${body}`);
  return visitor;
}

/** The id of a person, as the admin's page of people shows it. */
export async function personIdOf(admin: Visitor, email: string): Promise<string> {
  const { body } = await admin.get(`/admin/people?search=${encodeURIComponent(email)}`);
  const row = body.split('<tr').find((part) => part.includes(email));
  const id = /\/admin\/people\/([0-9a-f-]{36})/.exec(row ?? '')?.[1];
  if (!id) throw new Error(`${email} is not on the page of people.`);
  return id;
}

/** Somebody with an account who holds exactly one role, and has shown the second factor that it needs. */
export async function holderOf(
  role: Role,
  { origin, admin }: { origin: string; admin: Visitor }
): Promise<Visitor> {
  const account = newAccount();
  const visitor = await signUpByHttp(origin, account);
  if (role === 'clinician') return visitor;
  await setUpApp(visitor);
  const id = await personIdOf(admin, account.email);
  await admin.post(`/admin/people/${id}?/give`, { role });
  await admin.post(`/admin/people/${id}?/take`, { role: 'clinician' });
  return visitor;
}
