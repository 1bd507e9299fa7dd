import type { AccommodationsView } from '#lib/domain/attempt/accommodations-view.ts';
import type { Executor } from '../db/index.ts';
import { listAccommodations, listTimedAttempts } from './accommodation-queries.ts';

/** Everything that a person was granted, and their timed attempts under way, as admins see them. */
export async function readAccommodations(db: Executor, personId: string): Promise<AccommodationsView> {
  const granted = await listAccommodations(db, personId);
  return {
    standing: granted.find(({ endedAt }) => endedAt === null) ?? null,
    ended: granted.filter(({ endedAt }) => endedAt !== null),
    underWay: await listTimedAttempts(db, personId)
  };
}
