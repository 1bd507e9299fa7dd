import { desc, eq } from 'drizzle-orm';
import type { ProviderRecord } from '#lib/domain/accreditation/provider-form.ts';
import type { Executor } from '../db/index.ts';
import { providerVersions } from '../db/schema/accreditation.ts';
import { people } from '../db/schema/identity.ts';

const columns = {
  id: providerVersions.id,
  name: providerVersions.name,
  accreditor: providerVersions.accreditor,
  accreditorId: providerVersions.accreditorId,
  mode: providerVersions.mode,
  jointProviders: providerVersions.jointProviders,
  address: providerVersions.address,
  contact: providerVersions.contact
};

/** The provider as it stands today, or null where none was recorded. */
export async function selectOptionalProvider(
  db: Executor
): Promise<(ProviderRecord & { id: string }) | null> {
  const [row] = await db
    .select(columns)
    .from(providerVersions)
    .orderBy(desc(providerVersions.recordedAt), desc(providerVersions.id))
    .limit(1);
  return row ?? null;
}

/** All that was recorded of the provider, the newest first, with who recorded it. */
export function listProviderVersions(db: Executor) {
  return db
    .select({ ...columns, recordedAt: providerVersions.recordedAt, recordedBy: people.email })
    .from(providerVersions)
    .innerJoin(people, eq(people.id, providerVersions.recordedBy))
    .orderBy(desc(providerVersions.recordedAt), desc(providerVersions.id));
}

/** Records the provider anew; what was recorded before stays. */
export async function insertProviderVersion(
  tx: Executor,
  version: ProviderRecord & { id: string; recordedAt: Date; recordedBy: string }
): Promise<void> {
  await tx.insert(providerVersions).values(version);
}
