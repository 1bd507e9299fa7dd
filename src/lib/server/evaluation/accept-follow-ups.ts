import type { Executor } from '../db/index.ts';
import { setMailPreference } from '../identity/set-mail-preference.ts';

/** Lets later evaluations be followed up again; what was taken back stays so. */
export function acceptFollowUps(
  db: Executor,
  { personId, now }: { personId: string; now: Date }
): Promise<void> {
  return db.transaction(async (tx) => {
    await setMailPreference(tx, { personId, followUps: true, now });
  });
}
