import { failure, success } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { NewAccount } from '#lib/domain/identity/account-form.ts';
import type { ThrottlePolicy } from '#lib/domain/identity/throttle.ts';
import { NOWHERE, type Visit } from '#lib/domain/identity/visit.ts';
import type { Executor } from '../db/index.ts';
import { writeLinkLetter } from './account-link.ts';
import { createPerson } from './create-person.ts';
import { hashPassword } from './password.ts';
import { startSession } from './session.ts';
import type { StartedSession } from './session.ts';
import { withThrottle } from './throttle.ts';

/** An answer that an address is taken tells that somebody has an account: who collects such answers waits. */
const TAKEN: ThrottlePolicy = {
  free: 20,
  firstWaitSeconds: 5,
  longestWaitSeconds: 900,
  forgetAfterSeconds: 3600
};

/** `origin`: scheme and host of this site, which the link in the letter begins with. */
type NewcomerInput = NewAccount & { origin: string; visit?: Visit; now: Date };

export type SignUpRefusal = { kind: 'email-taken' } | { kind: 'busy' } | { kind: 'wait'; until: Date };

/** Writes account, session and letter; null: the address is taken. */
function makeAccount(
  db: Executor,
  { email, passwordHash, profile, origin, visit = NOWHERE, now }: NewcomerInput & { passwordHash: string }
): Promise<StartedSession | null> {
  return db.transaction(async (tx) => {
    const person = { email, passwordHash, profile, roles: ['clinician'] as const, now };
    const created = await createPerson(tx, person);
    if (!created.ok) return null;
    const personId = created.value;
    await writeLinkLetter(tx, { personId, email, purpose: 'verify-email', origin, now });
    return startSession(tx, { personId, now, visit });
  });
}

/**
 * Makes an account with the clinician's role, signs the person in and writes the letter that proves the address; the
 * account works without that proof. `busy`: too many passwords are being hashed. `wait`: too many addresses that were
 * taken came from the same network.
 */
export async function signUp(
  db: Executor,
  input: NewcomerInput
): Promise<Result<StartedSession, SignUpRefusal>> {
  const { visit = NOWHERE, now } = input;
  const place = { door: 'sign-up', from: visit.network, policy: TAKEN, now };
  const made = await withThrottle(db, place, async () => {
    const hashed = await hashPassword(input.password);
    return hashed.ok ? makeAccount(db, { ...input, passwordHash: hashed.value }) : hashed.problem;
  });
  if (!made.ok) return failure(made.problem.kind === 'wrong' ? { kind: 'email-taken' } : made.problem);
  return made.value === 'busy' ? failure({ kind: 'busy' }) : success(made.value);
}
