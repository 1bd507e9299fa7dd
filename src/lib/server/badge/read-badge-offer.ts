import { certificateState } from '#lib/domain/certificate/certificate-state.ts';
import { selectOptionalDocument } from '../certificate/record-queries.ts';
import type { Executor } from '../db/index.ts';
import { selectOptionalBadge } from './queries.ts';

/** Whether a person may download the badge of a certificate; `none`: it is not theirs, or it was replaced or revoked. */
export type BadgeOffer = 'ready' | 'badges-off' | 'none';

/** What the page of a certificate offers to whoever reads it. */
export async function readBadgeOffer(
  db: Executor,
  { certificateId, personId, secret }: { certificateId: string; personId: string; secret: string | null }
): Promise<BadgeOffer> {
  const certificate = await selectOptionalDocument(db, certificateId);
  if (certificate?.personId !== personId) return 'none';
  if ((await selectOptionalBadge(db, certificateId)) !== null) return 'ready';
  if (certificateState(certificate).kind !== 'stands') return 'none';
  return secret === null ? 'badges-off' : 'ready';
}
