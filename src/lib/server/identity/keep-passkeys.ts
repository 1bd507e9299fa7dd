import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { mayBeLeftWith } from '#lib/domain/identity/second-factor.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { lockFactors, selectFactors } from './factor-queries.ts';
import { deletePasskey, listPasskeyRows, updatePasskeyName } from './passkey-queries.ts';
import { forgetIfLast } from './remove-app.ts';
import { tellOfFactor } from './tell-of-factor.ts';

type Own = { personId: string; passkeyId: string; now: Date };

const eventOf = ({ personId, now }: Own) => ({
  at: now,
  actorId: personId,
  subject: { kind: 'person', id: personId }
});

/** The passkeys of a person, as their owner sees them. */
export async function listPasskeys(db: Executor, personId: string) {
  const rows = await listPasskeyRows(db, personId);
  return rows.map(({ id, name, createdAt, lastUsedAt }) => ({
    id,
    name,
    createdOn: calendarDayOf(createdAt),
    lastUsedOn: lastUsedAt && calendarDayOf(lastUsedAt)
  }));
}

/** Gives one's own passkey another name; an unknown one stays as it is. */
export async function renamePasskey(db: Executor, { name, ...own }: Own & { name: string }): Promise<void> {
  const { personId, passkeyId: id } = own;
  await db.transaction(async (tx) => {
    if (!(await updatePasskeyName(tx, { id, personId, name }))) return;
    const detail = { passkey: id };
    await insertAuditEvent(tx, { ...eventOf(own), action: 'identity.rename-passkey', detail });
  });
}

/** Removes one's own passkey. `last`: a role of theirs needs a second factor, and there is no other. */
export async function removePasskey(
  db: Executor,
  { origin, ...own }: Own & { origin: string }
): Promise<Result<null, 'last'>> {
  const { personId, passkeyId: id, now } = own;
  return db.transaction(async (tx) => {
    const roles = await lockFactors(tx, personId);
    const { hasApp, passkeys } = await selectFactors(tx, personId);
    const left = { hasApp, passkeys: passkeys - 1 };
    if (passkeys > 0 && !mayBeLeftWith(left, roles)) return failure('last');
    if (!(await deletePasskey(tx, { id, personId }))) return success(null);
    await forgetIfLast(tx, { personId, left });
    const states = { before: { passkey: id }, after: null };
    await insertAuditEvent(tx, { ...eventOf(own), ...states, action: 'identity.remove-passkey' });
    await tellOfFactor(tx, { personId, change: 'passkey-removed', origin, now });
    return success(null);
  });
}
