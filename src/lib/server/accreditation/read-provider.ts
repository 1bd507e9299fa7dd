import type { ProviderRecord } from '#lib/domain/accreditation/provider-form.ts';
import type { Executor } from '../db/index.ts';
import { listProviderVersions } from './provider-queries.ts';

/** A state of the provider with when and by whom it was recorded. */
export type ProviderEntry = ProviderRecord & { id: string; recordedAt: Date; recordedBy: string };

/** All that was recorded of the provider; the first one holds. */
export function readProviderHistory(db: Executor): Promise<ProviderEntry[]> {
  return listProviderVersions(db);
}
