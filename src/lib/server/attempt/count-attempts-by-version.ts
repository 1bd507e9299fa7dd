import type { Executor } from '../db/index.ts';
import { listAttemptCounts } from './effect-queries.ts';

/** How many attempts drew each of these item versions, by version id; 0 for those that none drew. */
export async function countAttemptsByVersion(
  db: Executor,
  versionIds: string[]
): Promise<Map<string, number>> {
  if (versionIds.length === 0) return new Map();
  const rows = await listAttemptCounts(db, versionIds);
  const found = new Map(rows.map(({ versionId, attempts }) => [versionId, attempts]));
  return new Map(versionIds.map((id) => [id, found.get(id) ?? 0]));
}
