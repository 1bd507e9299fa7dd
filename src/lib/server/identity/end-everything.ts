import { LINK_PURPOSES } from '#lib/domain/identity/account-link.ts';
import type { Executor } from '../db/index.ts';
import { deleteOpenLinks } from './account-link-queries.ts';
import { deletePendingSignIns } from './account-queries.ts';
import { deleteSessionsOf } from './session-queries.ts';

/** All that came from an old password, or was asked for with it, ends: sessions, half a sign-in, a change of address. */
export async function endEverything(tx: Executor, personId: string): Promise<void> {
  await deleteSessionsOf(tx, personId);
  await deletePendingSignIns(tx, personId);
  await deleteOpenLinks(tx, { personId, purposes: [...LINK_PURPOSES] });
}
