import type { ThrottlePolicy } from '#lib/domain/identity/throttle.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { verifyPassword } from './password.ts';
import { selectOptionalPasswordHash } from './person-queries.ts';
import { withThrottle, type Throttled } from './throttle.ts';

/** `busy`: too many passwords are being checked. `none`: the person has none. */
export type PasswordRefusal = Throttled | { kind: 'busy' } | { kind: 'none' };

/** Only who holds a session of the account gets here: the wait shuts nobody out of signing in. */
const POLICY: ThrottlePolicy = {
  free: 5,
  firstWaitSeconds: 5,
  longestWaitSeconds: 900,
  forgetAfterSeconds: 86_400
};

/** Whether somebody who is signed in knows the password of their account; wrong ones are counted by account. */
export async function checkOwnPassword(
  db: Executor,
  { personId, password, now }: { personId: string; password: string; now: Date }
): Promise<Result<null, PasswordRefusal>> {
  const passwordHash = await selectOptionalPasswordHash(db, personId);
  if (passwordHash === null) return failure({ kind: 'none' });
  const place = { door: 'own-password', from: personId, policy: POLICY, now };
  const checked = await withThrottle(db, place, async () => {
    const verified = await verifyPassword(passwordHash, password);
    if (!verified.ok) return verified.problem;
    return verified.value ? 'right' : null;
  });
  if (!checked.ok) return checked;
  return checked.value === 'right' ? success(null) : failure({ kind: 'busy' });
}
