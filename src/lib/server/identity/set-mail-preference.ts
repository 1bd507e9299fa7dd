import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { selectOptionalPreference, upsertMailPreference } from './mail-queries.ts';

type Wish = { personId: string; followUps: boolean; now: Date };

/** Keeps whether a person wants follow-ups, with its audit row. Call it inside a transaction; false: it was so before. */
export async function setMailPreference(tx: Executor, { personId, followUps, now }: Wish): Promise<boolean> {
  const before = await selectOptionalPreference(tx, personId);
  if (before?.followUps === followUps) return false;
  await upsertMailPreference(tx, { personId, followUps, now });
  await insertAuditEvent(tx, {
    at: now,
    actorId: personId,
    action: followUps ? 'identity.accept-follow-ups' : 'identity.refuse-follow-ups',
    subject: { kind: 'person', id: personId }
  });
  return true;
}
