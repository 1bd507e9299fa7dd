import { eq } from 'drizzle-orm';
import type { NewAccount } from '#lib/domain/identity/account-form.ts';
import type { Profile } from '#lib/domain/identity/profile.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { findSession } from '#lib/server/identity/session.ts';
import { signIn } from '#lib/server/identity/sign-in.ts';
import { signUp } from '#lib/server/identity/sign-up.ts';

/** What links in letters begin with. */
export const ORIGIN = 'https://cme.example.org';

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

/** Somebody who has just signed up, as the next request knows them. */
export async function join(db: Executor, now: Date) {
  const account = anAccount();
  const started = await signUp(db, { ...account, origin: ORIGIN, now });
  if (!started.ok) throw new Error(started.problem.kind);
  const found = await findSession(db, { sessionId: started.value.id, now });
  if (found === null) throw new Error('The session is not there.');
  return { email: account.email, sessionId: started.value.id, person: found.person };
}

/** Whether a password signs somebody in. */
export async function signsIn(db: Executor, email: string, password: string): Promise<boolean> {
  return (await signIn(db, { email, password, previousSessionId: null, now: new Date() })).ok;
}

/** What the audit trail says was done about a person. */
export async function actionsOn(db: Executor, personId: string): Promise<string[]> {
  const rows = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, personId));
  return rows.map((row) => row.action);
}

/** The session that a sign-in has begun. */
export function sessionOf(started: Awaited<ReturnType<typeof signIn>>) {
  if (!started.ok || started.value.kind !== 'session') throw new Error('No session began.');
  return started.value.session;
}
