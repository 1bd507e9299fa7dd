import type { ThrottlePolicy } from '#lib/domain/identity/throttle.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { writeLinkLetter } from './account-link.ts';
import { selectOptionalAccount } from './account-queries.ts';
import { insertAuditEvent } from './audit.ts';
import { countTurn } from './count-turn.ts';

/** A hospital is one network, in which many forget their passwords. */
const NETWORK: ThrottlePolicy = {
  free: 20,
  firstWaitSeconds: 5,
  longestWaitSeconds: 300,
  forgetAfterSeconds: 86_400
};

/**
 * The longest wait is the life of a link: whoever must wait, because a stranger asked for them, has a link that works in
 * the mailbox, so that asking shuts nobody out.
 */
const MAILBOX: ThrottlePolicy = {
  free: 3,
  firstWaitSeconds: 60,
  longestWaitSeconds: 600,
  forgetAfterSeconds: 86_400
};

/** `network`: where it is asked from. `origin`: scheme and host of this site. */
type Asked = { email: string; network: string; origin: string; now: Date };

/**
 * Writes the letter to choose a new password, if an enabled account has the address. Nothing gives away whether one has:
 * the same statements run, each with the same answer to the asker. A mailbox that got several letters gets no more of
 * them for a while; that is not said, either. Refused: the instant from which on this network may ask again.
 */
export async function askPasswordReset(
  db: Executor,
  { email, network, origin, now }: Asked
): Promise<Result<null, Date>> {
  const until = await countTurn(db, { door: 'reset-password', from: network, policy: NETWORK, now });
  if (until !== null) return failure(until);
  const mailbox = { door: 'reset-mailbox', from: email.toLowerCase(), policy: MAILBOX, now };
  if ((await countTurn(db, mailbox)) !== null) return success(null);
  await db.transaction(async (tx) => {
    const account = await selectOptionalAccount(tx, email);
    const recipient = account ?? { personId: crypto.randomUUID(), email };
    await writeLinkLetter(tx, { ...recipient, purpose: 'reset-password', origin, now });
    const subject = { kind: 'person', id: account?.personId ?? 'unknown' };
    await insertAuditEvent(tx, { at: now, actorId: null, action: 'identity.ask-password-reset', subject });
  });
  return success(null);
}
