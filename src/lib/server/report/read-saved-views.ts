import type { SavedView } from '#lib/domain/report/saved-view.ts';
import type { Executor } from '../db/index.ts';
import { listSavedViews } from './saved-view-queries.ts';

/** The views that a person can open: their own first, then those that others share. */
export async function readSavedViews(db: Executor, personId: string): Promise<SavedView[]> {
  const rows = await listSavedViews(db, personId);
  return rows.map(({ ownerId, ownerName, ...view }) => {
    const isOwn = ownerId === personId;
    return { ...view, isOwn, ownerName: isOwn ? '' : ownerName };
  });
}
