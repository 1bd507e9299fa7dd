import type { ProviderRecord } from '#lib/domain/accreditation/provider-form.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { insertProviderVersion, selectOptionalProvider } from './provider-queries.ts';

const isSame = (one: ProviderRecord, other: ProviderRecord) =>
  one.name === other.name &&
  one.accreditor === other.accreditor &&
  one.accreditorId === other.accreditorId &&
  one.mode === other.mode &&
  one.jointProviders === other.jointProviders &&
  one.address === other.address &&
  one.contact === other.contact;

/** What of it an auditor asks about. The contact may be somebody's own address: it stands in the record alone. */
function factsOf({ name, accreditor, accreditorId, mode, jointProviders }: ProviderRecord) {
  return { name, accreditor, accreditorId, mode, jointProviders };
}

/** Records who is accredited, as a new version; false where nothing differs from the newest one. */
export function recordProvider(
  db: Executor,
  { provider, actorId, now }: { provider: ProviderRecord; actorId: string; now: Date }
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const newest = await selectOptionalProvider(tx);
    if (newest && isSame(newest, provider)) return false;
    const id = crypto.randomUUID();
    await insertProviderVersion(tx, { ...provider, id, recordedAt: now, recordedBy: actorId });
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'accreditation.record-provider',
      subject: { kind: 'provider-version', id },
      detail: { replaces: newest?.id ?? null },
      before: newest && factsOf(newest),
      after: factsOf(provider)
    });
    return true;
  });
}
