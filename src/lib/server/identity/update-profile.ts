import type { Profile } from '#lib/domain/identity/profile.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { selectOptionalProfile, upsertProfile } from './profile-queries.ts';

/** Names of the fields that differ; the audit row holds no names of people. */
function changedFields(before: Record<string, string> | null, after: Profile): string[] {
  return Object.entries(after)
    .filter(([field, value]) => before?.[field] !== (value ?? ''))
    .map(([field]) => field);
}

/** Keeps what a person says of themselves. Certificates that were issued keep the name that they carry. */
export async function updateProfile(
  db: Executor,
  { personId, profile, now }: { personId: string; profile: Profile; now: Date }
): Promise<void> {
  await db.transaction(async (tx) => {
    const changed = changedFields(await selectOptionalProfile(tx, personId), profile);
    if (changed.length === 0) return;
    await upsertProfile(tx, { ...profile, personId, updatedAt: now });
    const event = { at: now, actorId: personId, subject: { kind: 'person', id: personId } };
    await insertAuditEvent(tx, { ...event, action: 'identity.update-profile', detail: { changed } });
  });
}
