import { eq } from 'drizzle-orm';
import type { Profile } from '#lib/domain/identity/profile.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { people } from '#lib/server/db/schema/identity.ts';
import { newProfessional } from './accounts.ts';
import { evaluate, makePassedLearner } from './learner.ts';
import { PASSWORD } from './people.ts';
import type { Visitor } from './visitor.ts';

/** Somebody who has done everything but claim. Returns the address to sign in with. */
export async function makeClaimant(db: Executor, profile: Partial<Profile>): Promise<string> {
  const learner = await makePassedLearner(db, profile);
  await evaluate(db, learner);
  const [row] = await db.select({ email: people.email }).from(people).where(eq(people.id, learner.personId));
  if (!row) throw new Error('The person who was just made is not there.');
  return row.email;
}

/** Signs in past the gate. */
export async function signIn(origin: string, email: string): Promise<Visitor> {
  const visitor = await newProfessional(origin);
  const { status } = await visitor.post('/sign-in', { email, password: PASSWORD });
  if (status !== 303) throw new Error(`Sign-in answered ${status}.`);
  return visitor;
}
