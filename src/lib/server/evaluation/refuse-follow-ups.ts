import { isLetterToken } from '#lib/domain/identity/message-state.ts';
import type { Executor } from '../db/index.ts';
import { cancelMessages, selectOptionalSubscriber } from '../identity/mail-queries.ts';
import { setMailPreference } from '../identity/set-mail-preference.ts';
import { cancelPlanned } from './follow-up-queries.ts';

/** Takes back what was planned and what waits in the outbox; letters that went out can still be answered. */
export function refuseFollowUps(
  db: Executor,
  { personId, now }: { personId: string; now: Date }
): Promise<void> {
  return db.transaction(async (tx) => {
    await setMailPreference(tx, { personId, followUps: false, now });
    await cancelPlanned(tx, { personId });
    await cancelMessages(tx, { personId, kind: 'follow-up', now });
  });
}

/** The same by the link in a letter, without signing in; false: no letter carries this token. */
export async function unsubscribe(
  db: Executor,
  { token, now }: { token: string; now: Date }
): Promise<boolean> {
  const subscriber = isLetterToken(token) ? await selectOptionalSubscriber(db, token) : null;
  if (!subscriber) return false;
  await refuseFollowUps(db, { personId: subscriber.personId, now });
  return true;
}
